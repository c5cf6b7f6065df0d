import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { paths } from "@/lib/core/paths";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { publicInRegion } from "@/lib/region/ref";
import { loadWords } from "@/lib/translation/public-queries";
import type { Words } from "@/lib/translation/types";

/** One news item: a visit, or what a visit led to. `updatedAt` is an instant (ISO, UTC). */
export type FeedEntry = { id: string; title: Words; summary: Words | null; path: string; updatedAt: string };

const longestFeed = 50;

/** What changed last among visits and their public outcomes, newest change first. */
export const listFeed = cachedQuery(
  "listFeed",
  async (locale: Locale): Promise<FeedEntry[]> => {
    const rows = await db().record.findMany({
      where: {
        ...publicInRegion,
        OR: [
          { kind: "visit", asVisit: { isNot: null } },
          { kind: "outcome", asOutcome: { visibility: "public", visit: { record: publicInRegion } } },
        ],
      },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: longestFeed,
      select: {
        id: true,
        slug: true,
        updatedAt: true,
        region: { select: { record: { select: { slug: true } } } },
        asOutcome: { select: { visitId: true, visit: { select: { record: { select: { slug: true } } } } } },
      },
    });
    const words = await loadWords(
      rows.flatMap(({ id, asOutcome }) => [id, ...(asOutcome?.visitId ? [asOutcome.visitId] : [])]),
      locale,
      [],
    );
    return rows.flatMap(({ id, slug, updatedAt, region, asOutcome }) => {
      const title = words.name(id);
      const visitSlug = asOutcome ? asOutcome.visit?.record.slug : slug;
      if (!title || !visitSlug || !region?.record.slug) return [];
      const visitPath = paths.visit(locale, region.record.slug, visitSlug);
      return [
        {
          id,
          title,
          summary: asOutcome ? (asOutcome.visitId ? words.name(asOutcome.visitId) : null) : words.summary(id),
          path: asOutcome ? `${visitPath}#outcomes` : visitPath,
          updatedAt: updatedAt.toISOString(),
        },
      ];
    });
  },
  () => [cacheTags.visits, cacheTags.outcomes, cacheTags.regions],
);
