import type { Instrumentation } from "next";

/** Logs what a page threw, once, under the number that its error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ cacheState }, { log }] = await Promise.all([import("@/lib/core/cache-state"), import("@/lib/core/log")]);
  const [path] = request.path.split("?");
  log.error({ id: cacheState().trace.getStore()?.id, path, err: error }, "page failed");
};
