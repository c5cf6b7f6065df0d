/**
 * Keeps the page of one secret link on the reader's own phone. The network comes first; what was kept is shown only without
 * it, with a line that says when it was kept. When the link is over (404, 410), all of it goes, this script too.
 */
type WaitEvent = Event & { waitUntil(work: Promise<unknown>): void };
type AskEvent = WaitEvent & { request: Request; respondWith(answer: Promise<Response>): void };
type KeepingWorker = {
  registration: { scope: string; unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: "install" | "activate", listen: (event: WaitEvent) => void): void;
  addEventListener(type: "fetch", listen: (event: AskEvent) => void): void;
};

const worker = globalThis as unknown as KeepingWorker;
const page = new URL(worker.registration.scope);
const cacheName = `guest ${page.pathname}`;
const savedAt = "x-saved-at";
/** What the page of an ended link asks for is kept no more. */
let isOver = false;

worker.addEventListener("install", (event) => {
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    worker.clients.claim().then(() => fetch(page.href, { credentials: "same-origin" }).then(keep, () => {})),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== page.origin) return;
  if (request.mode === "navigate" && url.pathname === page.pathname) return event.respondWith(open(event));
  // The few scripts of the page, so that what is now and next stays right on the kept copy.
  if (url.pathname.startsWith("/islands/") && !isOver) event.respondWith(script(event));
});

async function open(event: AskEvent): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(answer.clone(), new URL(event.request.url)));
    return answer;
  } catch (error) {
    const kept = await (await caches.open(cacheName)).match(page.href);
    if (!kept) throw error;
    return asKept(kept);
  }
}

async function script(event: AskEvent): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(cache.put(event.request.url, answer.clone()));
    return answer;
  } catch (error) {
    const kept = await cache.match(event.request.url);
    if (!kept) throw error;
    return kept;
  }
}

/** Only the open programme is kept: no page that asks for a code, none that says how a form went. */
async function keep(answer: Response, url = page): Promise<void> {
  if (answer.status === 404 || answer.status === 410) {
    isOver = true;
    await caches.delete(cacheName);
    await worker.registration.unregister();
    return;
  }
  if (answer.status !== 200 || answer.redirected || url.search !== "") return;
  const html = await answer.text();
  if (!html.includes("data-saved=")) return;
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": answer.headers.get("content-security-policy") ?? "default-src 'none'",
    "referrer-policy": "same-origin",
    [savedAt]: String(Date.now()),
  });
  await (await caches.open(cacheName)).put(page.href, new Response(html, { headers }));
}

/** Uncovers the line that says when the copy was made, by the clock of the phone. */
async function asKept(kept: Response): Promise<Response> {
  const at = new Date(Number(kept.headers.get(savedAt)));
  const isToday = at.toDateString() === new Date().toDateString();
  const two = (value: number) => String(value).padStart(2, "0");
  const day = isToday ? "" : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} `;
  const time = `${day}${two(at.getHours())}:${two(at.getMinutes())}`;
  const html = (await kept.text())
    .replace(/(<p [^>]*?)\shidden(?:="")?([^>]*\sdata-saved=)/, "$1$2")
    .replace(/(data-saved-at="">)[^<]*/, `$1${time}`);
  return new Response(html, { headers: kept.headers });
}

export {};
