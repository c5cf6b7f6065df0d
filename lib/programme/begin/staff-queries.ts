import "server-only";
import { recordScope } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import { Sector } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import { nearestRoute, planTour, templateScope } from "@/lib/programme/begin/rules";
import type { BeginChoice } from "@/lib/programme/begin/types";
import { tidy } from "@/lib/publishing/sheet";
import type { RecordDocument, Sheet } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { pick } from "@/lib/translation/rules";

/** Most stops of a tour. */
const longestRoute = 12;

/** Templates and own visits with which a visit can begin. */
export async function listBeginnings(actor: Actor, locale: Locale): Promise<BeginChoice[]> {
  const [templates, visits] = await Promise.all([
    listTemplates(actor),
    db().record.findMany({
      where: { kind: "visit", archivedAt: null, ...recordScope(actor, "share") },
      orderBy: { createdAt: "desc" },
      take: 100,
      select: {
        id: true,
        texts: { select: { locale: true, name: true } },
        drafts: { where: { locale: { not: null } }, select: { locale: true, document: true } },
      },
    }),
  ]);
  return [
    ...templates,
    ...visits.flatMap(({ id, texts }): BeginChoice[] => {
      const name = pick(Object.fromEntries(texts.map((one) => [one.locale, one.name])), locale)?.text;
      return name ? [{ value: `visit/${id}`, group: "visit", label: name }] : [];
    }),
  ];
}

export async function listTemplates(actor: Actor): Promise<BeginChoice[]> {
  const rows = await db().programmeTemplate.findMany({
    where: templateScope(actor),
    orderBy: [{ name: "asc" }, { createdAt: "desc" }],
    take: 100,
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ value: `template/${id}`, group: "template", label: name }));
}

/** Sectors of which the region has published sites, with their number. */
export async function listRoutes(regionId: string | null): Promise<{ sector: Sector; count: number }[]> {
  if (!regionId) return [];
  const rows = await db().$queryRaw<{ sector: Sector; count: number }[]>`
    SELECT s AS sector, count(*)::int AS count FROM record r, unnest(r.sectors) AS s
    WHERE r.kind = 'site' AND r.region_id = ${regionId}::uuid AND r.state = 'published' GROUP BY s ORDER BY 2 DESC, 1`;
  return rows;
}

/** "09:30" for minutes of a day. */
const clockOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/**
 * A tour of the region's published sites of a sector: each the nearest to the one before, with the time that the ways take.
 *
 * @returns null for an unknown sector or one without sites
 */
export async function readRoute(tx: Tx, head: RecordHead, sector: string, day: string): Promise<RecordDocument | null> {
  const known = Object.values(Sector).find((one) => one === sector);
  if (!known || !head.regionId) return null;
  const sites = await tx.site.findMany({
    where: { record: { regionId: head.regionId, state: "published", sectors: { has: known } } },
    select: { id: true, lat: true, lon: true, record: { select: { texts: { where: { state: "published" } } } } },
    take: 200,
  });
  if (sites.length === 0) return null;
  const shared: Sheet = {};
  const words: RecordDocument["words"] = { ru: {}, zh: {}, en: {} };
  const ids: string[] = [];
  for (const { site, day: after, from, to } of planTour(nearestRoute(sites).slice(0, longestRoute))) {
    const { id: siteId, record } = site;
    const id = newId();
    ids.push(id);
    const onDay = new Date(Date.parse(day) + after * 86_400_000).toISOString().slice(0, 10);
    const path = `rows.items.${id}`;
    Object.assign(shared, {
      [`${path}.kind`]: "site_tour",
      [`${path}.visibility`]: "guest",
      [`${path}.siteId`]: siteId,
      [`${path}.timeZone`]: head.zone,
      [`${path}.startsAt`]: `${onDay} ${clockOf(from)}`,
      [`${path}.endsAt`]: `${onDay} ${clockOf(to)}`,
      [`${path}.travelMode`]: "coach",
    });
    for (const { locale, name } of record.texts) words[locale] = { ...words[locale], [`texts.${id}.title`]: name };
  }
  return { shared: tidy({ ...shared, "rows.items": ids.join(" ") }), words };
}
