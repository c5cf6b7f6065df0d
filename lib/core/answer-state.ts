import { AsyncLocalStorage } from "node:async_hooks";

/** What a page that is drawn for one reader wants of its answer, beyond what the framework lets a page say. */
export type OwnAnswer = {
  /** of the request: a page that is only asked for its headers is not looked at */
  method: string;
  /** null: as the framework says */
  status: 410 | null;
  cookies: string[];
};

declare global {
  var portalAnswer: AsyncLocalStorage<OwnAnswer> | undefined;
}

/** On `globalThis`, because the server and the framework are two bundles. */
function store(): AsyncLocalStorage<OwnAnswer> {
  globalThis.portalAnswer ??= new AsyncLocalStorage();
  return globalThis.portalAnswer;
}

/** The answer that is being made; undefined without the gate, and for pages that are kept for all readers. */
export function currentAnswer(): OwnAnswer | undefined {
  return store().getStore();
}

/** Makes one answer, and tells what its page wanted of it. */
export async function withOwnAnswer<T>(method: string, run: () => Promise<T>): Promise<{ made: T; own: OwnAnswer }> {
  const own: OwnAnswer = { method, status: null, cookies: [] };
  const made = await store().run(own, run);
  return { made, own };
}
