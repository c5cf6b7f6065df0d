import "server-only";
import type { Rights } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { pick } from "@/lib/translation/rules";

/** A region as a choice in a form of the staff area. `slug` is its id while it has none. */
export type RegionChoice = { id: string; slug: string; name: string };

/**
 * Regions by name, also those that are not published yet.
 *
 * @param ids which; null: all
 */
export async function listRegionChoices(ids: readonly string[] | null, locale: Locale): Promise<RegionChoice[]> {
  const rows = await db().region.findMany({
    where: ids ? { id: { in: [...ids] } } : {},
    select: {
      id: true,
      isoCode: true,
      record: { select: { slug: true, texts: { select: { locale: true, name: true } } } },
    },
  });
  return rows
    .map(({ id, isoCode, record }) => {
      const names = Object.fromEntries(record.texts.map((text) => [text.locale, text.name]));
      return { id, slug: record.slug ?? id, name: pick(names, locale)?.text ?? isoCode };
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** By whose clock moments are shown to somebody: that of his first region, else Moscow's. */
export async function readZone({ grants }: Rights): Promise<string> {
  const regionId = grants.find((grant) => grant.regionId)?.regionId;
  const siteId = grants.find((grant) => grant.siteId)?.siteId;
  const region = regionId
    ? await db().region.findUnique({ where: { id: regionId }, select: { timeZone: true } })
    : siteId
      ? await db().region.findFirst({ where: { records: { some: { id: siteId } } }, select: { timeZone: true } })
      : null;
  return region?.timeZone ?? "Europe/Moscow";
}
