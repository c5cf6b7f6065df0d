import type { APIRequestContext } from "@playwright/test";

/** Asks for many addresses, a few at once. */
export async function askAll<Answer>(paths: string[], ask: (path: string) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  const queue = [...paths.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) answers[next[0]] = await ask(next[1]);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return answers;
}

/** Paths of all pages in the list for search engines. */
export async function addressesOfSitemap(request: APIRequestContext): Promise<string[]> {
  const xml = await (await request.get("/sitemap.xml")).text();
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) => new URL(url).pathname);
}
