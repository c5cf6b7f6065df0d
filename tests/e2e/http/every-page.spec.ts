import { expect, test } from "@playwright/test";
import { type Locale, locales } from "@/lib/i18n/locales";
import { addressesOfSitemap, askAll } from "@/tests/support/crawl";
import { messagesOf } from "@/tests/support/messages";
import { lang, linksOf, textOf } from "@/tests/support/pages";

/** Hosts of links that lead on to maps and sources; nothing may be loaded from them. */
function faultsOf(html: string, path: string, locale: Locale): string[] {
  const faults: string[] = [];
  const expectNone = (pattern: RegExp, fault: string) => {
    const found = pattern.exec(html)?.[0];
    if (found) faults.push(`${path}: ${fault}: ${found.slice(0, 120)}`);
  };
  expectNone(/<script(?![^>]*(?:type="application\/ld\+json"|data-island))[^>]*>/, "a script");
  expectNone(/\sstyle="[^"]*"/, "a style attribute");
  expectNone(/\son[a-z]+="/, "a handler in the mark-up");
  expectNone(
    /<(?:img|source|script|iframe|video|link(?![^>]*rel="(?:canonical|alternate)"))\b[^>]*(?:src|srcset|href)="(?:https?:)?\/\//i,
    "something loaded from elsewhere",
  );
  expectNone(/href="(?!https?:|mailto:|tel:|\/|#|\?)[^"]*"/, "a link of an unknown kind");
  expectNone(/<a\b[^>]*target="_blank"(?![^>]*rel="[^"]*noopener)/, "a link that hands over its window");
  expectNone(/FAILURE-ID|\[object Object\]|>NaN<|>undefined<|>null<|Invalid Date/, "a raw value");
  if (!html.startsWith(`<!DOCTYPE html><html lang="${lang[locale]}"`)) faults.push(`${path}: no ${lang[locale]}`);
  if (html.match(/<h1\b/g)?.length !== 1) faults.push(`${path}: not one h1`);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) faults.push(`${path}: the id ${twice} twice`);
  const lost = linksOf(html).find((href) => href.startsWith("#") && !ids.includes(href.slice(1)));
  if (lost) faults.push(`${path}: ${lost} leads nowhere on the page`);
  const text = textOf(html);
  const key = [...messagesOf(locale).keys()].find((one) => text.includes(one));
  if (key) faults.push(`${path}: the raw key ${key}`);
  return faults;
}

for (const locale of locales) {
  test(`every page that a link leads to is there and clean, in ${locale}`, async ({ request }) => {
    test.setTimeout(300_000);
    const most = 600;
    const pages = new Map<string, string | null>();
    const fragments: [from: string, path: string, id: string][] = [];
    const listed = new Set(await addressesOfSitemap(request));
    let front = [`/${locale}`, ...[...listed].filter((path) => path.startsWith(`/${locale}`))];
    const faults: string[] = [];
    /** Papers of one visit of each region: those of the others are made by the same hand. */
    const papers = new Set<string>();
    const isOneTooMany = (path: string): boolean => {
      const [, region, name] = /^\/[a-z]{2}\/([a-z-]+)\/visits\/[^/]+\/([a-z]+\.pdf)$/.exec(path) ?? [];
      if (!name) return false;
      const isFirst = !papers.has(`${region} ${name}`);
      papers.add(`${region} ${name}`);
      return !isFirst;
    };
    while (front.length > 0 && pages.size < most) {
      front = [...new Set(front)].filter((path) => !pages.has(path) && !isOneTooMany(path)).slice(0, most - pages.size);
      for (const path of front) pages.set(path, null);
      const found = await askAll(front, async (path) => {
        const answer = await request.get(path, { maxRedirects: 0 });
        const isPage = (answer.headers()["content-type"] ?? "").startsWith("text/html");
        const html = isPage ? await answer.text() : "";
        if (answer.status() !== 200) faults.push(`${path}: ${answer.status()}`);
        else if (isPage) faults.push(...faultsOf(html, path, locale));
        // A view of a list with a query is no page of its own for search engines.
        if (isPage && !path.includes("?") && !listed.has(path)) faults.push(`${path}: not in a list of pages`);
        pages.set(path, html);
        const internal = linksOf(html).filter((href) => href.startsWith("/"));
        for (const href of internal) {
          const [to = "", id] = href.split("#");
          if (id) fragments.push([path, to, id]);
        }
        // Filters can be combined without end: only those that a plain page offers are followed.
        return path.includes("?") ? [] : internal.map((href) => href.split("#")[0] ?? "");
      });
      front = found.flat().filter((path) => path === `/${locale}` || path.startsWith(`/${locale}/`));
    }
    for (const [from, to, id] of fragments) {
      const html = pages.get(to);
      if (html && !html.includes(` id="${id}"`)) faults.push(`${from}: ${to} has no #${id}`);
    }
    expect([...new Set(faults)]).toEqual([]);
    expect(pages.size).toBeGreaterThan(100);
    expect(pages.size).toBeLessThan(most);
  });
}
