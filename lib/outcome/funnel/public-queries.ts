import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import type { FunnelRow } from "@/lib/outcome/funnel/types";
import { loadWords } from "@/lib/translation/public-queries";

type Counted = Omit<FunnelRow, "region" | "name"> & { id: string; slug: string };

/** Visits, what came of them and how far it has come, by region; published and public ones only. */
export const readFunnel = cachedQuery(
  "readFunnel",
  async (locale: Locale): Promise<FunnelRow[]> => {
    const rows = await db().$queryRaw<Counted[]>`
      SELECT g.id, g.slug,
        (SELECT count(*)::int FROM record v WHERE v.kind = 'visit' AND v.region_id = g.id AND v.state = 'published') AS visits,
        count(o.id)::int AS outcomes,
        count(o.id) FILTER (WHERE o.stage IN ('signed', 'in_work', 'launched', 'kept'))::int AS signed,
        count(o.id) FILTER (WHERE o.stage IN ('in_work', 'launched', 'kept'))::int AS "inWork",
        count(o.id) FILTER (WHERE o.stage = 'launched')::int AS launched,
        count(o.id) FILTER (WHERE o.stage = 'kept')::int AS kept,
        count(o.id) FILTER (WHERE o.stage = 'discontinued')::int AS discontinued
      FROM record g
      LEFT JOIN record r ON r.region_id = g.id AND r.kind = 'outcome' AND r.state = 'published'
      LEFT JOIN outcome o ON o.id = r.id AND o.visibility = 'public'
      WHERE g.kind = 'region' AND g.state = 'published'
      GROUP BY g.id, g.slug ORDER BY visits DESC, g.slug`;
    const words = await loadWords(
      rows.map(({ id }) => id),
      locale,
      [],
    );
    return rows.map(({ id, slug, ...counts }) => ({ region: slug, name: words.nameOf(id), ...counts }));
  },
  () => [cacheTags.outcomes, cacheTags.visits, cacheTags.regions],
);
