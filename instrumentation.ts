import type { Instrumentation } from "next";

/** Logs what a page threw, once, under the number that its error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ cacheState }, { log, loggedPath }] = await Promise.all([
    import("@/lib/core/cache-state"),
    import("@/lib/core/log"),
  ]);
  const id = cacheState().trace.getStore()?.id;
  log.error({ id, path: loggedPath(request.path), err: error }, "page failed");
};
