import path from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { paths, reservedSegments } from "@/lib/core/paths";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { RegionFile, SharedFile } from "@/prisma/seed/facts-schema/files";
import { readFacts } from "@/prisma/seed/read-facts";
import { addressesOfSitemap, askAll } from "@/tests/support/crawl";
import { linksOf, textOf } from "@/tests/support/pages";

type Named = { slug: string; kind?: string; name?: Record<Locale, string>; title?: Record<Locale, string> };
/** One entry of the facts; the region is that of its file, none for the file that regions share. */
type Entry = { region: string; slug: string; kind?: string; name: Record<Locale, string> };

type Kind = {
  name: string;
  inRegion?: (file: RegionFile) => Named[];
  shared?: (file: SharedFile) => Named[];
  /** published rows as region and slug; those of the record's kind by its name unless told otherwise */
  sql?: string;
  /** where an entry stands: a page of its own, or a row by its mark */
  address: (locale: Locale, entry: { region: string; slug: string }) => string;
  /** the list that leads to the entry, or has it as a row */
  list: (locale: Locale, entry: Entry) => string;
  /** marks of the rows in a list, where an entry has no page of its own */
  row?: RegExp;
};

const ofKind = `SELECT coalesce(region.slug, '') AS region, r.slug FROM record r
  LEFT JOIN record region ON region.id = r.region_id WHERE r.kind::text = $1 AND r.state = 'published'`;
const ofRegions = `SELECT r.slug AS region, i.key AS slug FROM indicator i
  JOIN record r ON r.id = i.region_id WHERE $1 = 'indicator' AND r.state = 'published'`;

/** Everything of the facts that readers can ask for. A new kind is one entry. */
const kinds: Kind[] = [
  {
    name: "region",
    inRegion: ({ region }) => [region],
    address: (l, { slug }) => paths.region(l, slug),
    list: paths.regions,
  },
  {
    name: "site",
    inRegion: ({ sites }) => sites,
    address: (l, { region, slug }) => paths.site(l, region, slug),
    list: (l, { kind, region }) => (kind === "facility" ? paths.region(l, region) : paths.sites(l)),
  },
  {
    name: "visit",
    inRegion: ({ visits }) => visits,
    address: (l, { region, slug }) => paths.visit(l, region, slug),
    list: (l) => paths.visits(l),
  },
  {
    name: "event",
    inRegion: ({ events }) => events,
    shared: ({ events }) => events,
    address: (l, { slug }) => paths.event(l, slug),
    list: paths.events,
  },
  {
    name: "project",
    inRegion: ({ projects }) => projects,
    address: (l, { slug }) => paths.project(l, slug),
    list: paths.projects,
  },
  {
    name: "measure",
    inRegion: ({ support }) => support,
    shared: ({ support }) => support,
    address: (l, { slug }) => paths.measure(l, slug),
    list: paths.support,
  },
  {
    name: "tie",
    inRegion: ({ partners }) => partners,
    address: (l, { slug }) => paths.partner(l, slug),
    list: paths.partners,
  },
  {
    name: "regime",
    shared: ({ regimes }) => regimes,
    address: (l, { slug }) => paths.regime(l, slug),
    list: paths.regimes,
  },
  {
    name: "outcome",
    inRegion: ({ visits }) => visits.flatMap(({ outcomes }) => outcomes),
    address: (l, { slug }) => `${paths.outcomes(l)}#${slug}`,
    list: (l) => paths.outcomes(l),
    row: /<li class="entry" id="([^"]+)"/g,
  },
  {
    name: "crossing",
    shared: ({ crossings }) => crossings,
    address: (l, { slug }) => `${paths.crossings(l)}#${slug}`,
    list: paths.crossings,
    row: /<th scope="row"><span id="([^"]+)"/g,
  },
  {
    name: "indicator",
    inRegion: ({ indicators }) => indicators.map(({ key, label }) => ({ slug: key, name: label })),
    sql: ofRegions,
    address: (l, { region, slug }) => `${paths.region(l, region)}#indicator-${slug}`,
    list: (l, { region }) => paths.region(l, region),
    row: /\sid="(indicator-[^"]+)"/g,
  },
];

const folder = path.resolve(import.meta.dirname, "../../../prisma/seed/facts");
const files = readFacts(folder, reservedSegments);

function entriesOf({ inRegion, shared }: Kind): Entry[] {
  const toEntry = ({ slug, kind, name, title }: Named, region: string): Entry => {
    const words = name ?? title;
    if (!words) throw new Error(`${slug} has no name`);
    return { region, slug, kind, name: words };
  };
  return [
    ...files.regions.flatMap((file) => (inRegion?.(file) ?? []).map((row) => toEntry(row, file.region.slug))),
    ...(shared?.(files.shared) ?? []).map((row) => toEntry(row, "")),
  ];
}

/** Addresses of a kind's pages, and of no others. */
function shapeOf({ address }: Kind, locale: Locale): RegExp {
  const slug = `(?!(?:${reservedSegments.join("|")})(?:/|$))[a-z0-9-]+`;
  return new RegExp(`^${address(locale, { region: "REGION", slug: "SLUG" }).replace(/REGION|SLUG/g, slug)}$`);
}

let database: pg.Client;
test.beforeAll(async () => {
  database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
});
test.afterAll(() => database?.end());

for (const kind of kinds) {
  const entries = entriesOf(kind);

  test(`every ${kind.name} of the facts is one published row`, async () => {
    expect(entries.length).toBeGreaterThan(0);
    const { rows } = await database.query(kind.sql ?? ofKind, [kind.name]);
    const ids = (list: { region: string; slug: string }[]) =>
      list.map(({ region, slug }) => `${region}/${slug}`).sort();
    expect(ids(rows)).toEqual(ids(entries));
  });

  for (const locale of locales) {
    const wanted = entries.map((entry) => kind.address(locale, entry)).sort();
    const nameAt = new Map(entries.map((entry) => [kind.address(locale, entry), entry.name[locale]]));

    test(`every ${kind.name} of the facts is in its list, and no other, in ${locale}`, async ({ request }) => {
      const shape = shapeOf(kind, locale);
      const shown = new Set<string>();
      const faults: string[] = [];
      /** All pages of a list, one after the other. */
      const read = async (list: string) => {
        const queue = [list];
        for (const url of queue) {
          const html = await (await request.get(url)).text();
          const links = linksOf(html);
          const next = links.filter((href) => href.startsWith(`${list}?page=`) && !queue.includes(href));
          queue.push(...new Set(next));
          const rows = kind.row && [...html.matchAll(kind.row)].map(([, id]) => `${list}#${id}`);
          const found = rows ?? links.filter((href) => shape.test(href));
          const text = textOf(html);
          for (const address of found) {
            shown.add(address);
            if (rows && !text.includes(nameAt.get(address) ?? "?")) faults.push(`${address}: its name is not there`);
          }
        }
      };
      await askAll([...new Set(entries.map((entry) => kind.list(locale, entry)))], read);
      expect([...shown].sort()).toEqual(wanted);
      expect(faults).toEqual([]);
    });

    if (kind.row) continue;
    test(`every ${kind.name} of the facts is a page with its name, and in the list of pages, in ${locale}`, async ({
      request,
    }) => {
      const shape = shapeOf(kind, locale);
      const listed = (await addressesOfSitemap(request)).filter((address) => shape.test(address));
      expect(listed.sort()).toEqual(wanted);
      const faults = await askAll(wanted, async (address) => {
        const answer = await request.get(address);
        const html = await answer.text();
        if (answer.status() !== 200) return `${address}: ${answer.status()}`;
        const name = nameAt.get(address) ?? "?";
        // The head: a region's is its short name with the full one right below.
        const start = html.indexOf("<h1");
        return textOf(html.slice(start, start + 1000)).includes(name) ? null : `${address}: its head is not ${name}`;
      });
      expect(faults.filter(Boolean)).toEqual([]);
    });
  }
}
