import { AsyncLocalStorage } from "node:async_hooks";

/**
 * A request that looks at drafts: everything it reads comes through one transaction in which they are in force, and which
 * is rolled back when the answer is drawn. Nothing of it is kept.
 */
export type Preview = {
  /** the transaction's client, once the page has opened it */
  client: unknown;
  /** called by the gate when the answer is drawn */
  end: () => void;
  ended: Promise<void>;
};

declare global {
  var portalPreview: AsyncLocalStorage<Preview> | undefined;
}

/** On `globalThis`, because the server and the framework are two bundles. */
function store(): AsyncLocalStorage<Preview> {
  globalThis.portalPreview ??= new AsyncLocalStorage();
  return globalThis.portalPreview;
}

/** The preview of the request that is being answered; undefined for all others. */
export function currentPreview(): Preview | undefined {
  return store().getStore();
}

/** Answers one request as a preview, and ends it however the answer ends. */
export async function asPreview<T>(run: () => Promise<T>): Promise<T> {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  try {
    return await store().run({ client: null, end, ended }, run);
  } finally {
    end();
  }
}
