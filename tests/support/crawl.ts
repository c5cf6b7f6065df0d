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

export type SitemapUrl = { path: string; lastmod: string | null; languages: Record<string, string> };

/** The lists of pages for search engines by their paths, each with the time that the index says. */
export async function sitemapIndex(request: APIRequestContext): Promise<Map<string, string | null>> {
  const xml = await (await request.get("/sitemap.xml")).text();
  const files = [...xml.matchAll(/<sitemap>(.*?)<\/sitemap>/g)].map(([, one = ""]) => one);
  return new Map(files.map((one) => [pathIn(one, "loc") ?? "", textIn(one, "lastmod")]));
}

/** Pages of one of those lists. */
export async function sitemapUrls(request: APIRequestContext, file: string): Promise<SitemapUrl[]> {
  const xml = await (await request.get(file)).text();
  return [...xml.matchAll(/<url>(.*?)<\/url>/g)].map(([, one = ""]) => ({
    path: pathIn(one, "loc") ?? "",
    lastmod: textIn(one, "lastmod"),
    languages: Object.fromEntries(
      [...one.matchAll(/<xhtml:link rel="alternate" hreflang="([^"]*)" href="([^"]*)"\/>/g)].map(
        ([, lang = "", href = ""]) => [lang, new URL(href).pathname],
      ),
    ),
  }));
}

/** Paths of all pages that search engines are told of. */
export async function addressesOfSitemap(request: APIRequestContext): Promise<string[]> {
  const files = [...(await sitemapIndex(request)).keys()];
  const urls = await Promise.all(files.map((file) => sitemapUrls(request, file)));
  return urls.flat().map(({ path }) => path);
}

function textIn(xml: string, element: string): string | null {
  return new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? null;
}

function pathIn(xml: string, element: string): string | null {
  const url = textIn(xml, element);
  return url && new URL(url).pathname;
}
