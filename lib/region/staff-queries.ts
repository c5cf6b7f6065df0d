import "server-only";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { pick } from "@/lib/translation/rules";

/** A region as a choice in a form of the staff area. */
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
      return { id, slug: record.slug ?? isoCode.toLowerCase(), name: pick(names, locale)?.text ?? isoCode };
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
