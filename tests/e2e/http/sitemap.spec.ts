import { expect, test } from "@playwright/test";
import pg from "pg";
import { locales } from "@/lib/i18n/locales";
import { type SitemapUrl, sitemapIndex, sitemapUrls } from "@/tests/support/crawl";
import { lang } from "@/tests/support/pages";

// One after the other: the last one changes a record.
test.describe.configure({ mode: "default" });

/** Kinds of records by the list of their pages, and the segment before the slug. */
const lists: [file: string, kind: string][] = [
  ["sites", "site"],
  ["visits", "visit"],
  ["events", "event"],
  ["partners", "tie"],
  ["projects", "project"],
  ["support", "measure"],
  ["regimes", "regime"],
];

let database: pg.Client;
test.beforeAll(async () => {
  database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
});
test.afterAll(() => database?.end());

const newest = (urls: SitemapUrl[]) =>
  urls
    .map(({ lastmod }) => lastmod ?? "")
    .sort()
    .at(-1) || null;

test("search engines are led to lists of pages, each as new as its newest page", async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(new URL(/^Sitemap: (.*)$/m.exec(robots)?.[1] ?? "").pathname).toBe("/sitemap.xml");
  const index = await sitemapIndex(request);
  expect([...index.keys()]).toEqual(expect.arrayContaining(lists.map(([name]) => `/sitemaps/${name}.xml`)));
  for (const [file, lastmod] of index) {
    const urls = await sitemapUrls(request, file);
    expect(urls.length).toBeGreaterThan(0);
    expect([file, newest(urls)]).toEqual([file, lastmod]);
  }
});

test("the lists name each page once, with its other languages and the one for everybody else", async ({ request }) => {
  const files = [...(await sitemapIndex(request)).keys()];
  const urls = (await Promise.all(files.map((file) => sitemapUrls(request, file)))).flat();
  const byPath = new Map(urls.map((url) => [url.path, url]));
  expect(byPath.size).toBe(urls.length);
  for (const { path, languages } of urls) {
    const rest = path.slice("/zh".length);
    const wanted = Object.fromEntries(locales.map((locale) => [lang[locale], `/${locale}${rest}`]));
    expect(languages).toEqual({ ...wanted, "x-default": `/en${rest}` });
    for (const other of Object.values(languages)) expect(byPath.get(other)?.languages).toEqual(languages);
  }
});

for (const [name, kind] of lists) {
  test(`the list of ${name} says of each page when its record last changed`, async ({ request }) => {
    const { rows } = await database.query<{ slug: string; updated_at: Date }>(
      "SELECT slug, updated_at FROM record WHERE kind::text = $1 AND state = 'published'",
      [kind],
    );
    const known = rows.map(({ slug, updated_at }) => `${slug} ${updated_at.toISOString()}`).sort();
    const urls = await sitemapUrls(request, `/sitemaps/${name}.xml`);
    for (const locale of locales) {
      const said = urls.filter(({ path }) => path.startsWith(`/${locale}/`));
      expect(said.map(({ path, lastmod }) => `${path.split("/").at(-1)} ${lastmod}`).sort()).toEqual(known);
    }
  });
}

test("a record that changed is new in its list, in the index and in the list of the portal's pages", async ({
  request,
}) => {
  const { rows } = await database.query(
    `UPDATE record SET updated_at = now() WHERE kind = 'regime' AND slug = 'sez-industrial' RETURNING updated_at`,
  );
  await database.query("SELECT pg_notify('portal_tags', $1)", [JSON.stringify(["regimes"])]);
  const changed: string = rows[0].updated_at.toISOString();
  const lastmod = async (file: string, end: string) =>
    (await sitemapUrls(request, `/sitemaps/${file}.xml`)).find(({ path }) => path.endsWith(end))?.lastmod;
  await expect.poll(() => lastmod("regimes", "/sez-industrial")).toBe(changed);
  expect(await lastmod("pages", "/zh/regimes")).toBe(changed);
  expect((await sitemapIndex(request)).get("/sitemaps/regimes.xml")).toBe(changed);
  expect(await lastmod("pages", "/zh/projects")).not.toBe(changed);
});
