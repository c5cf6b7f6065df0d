import "server-only";
import { regionsOf } from "@/lib/auth/rules";
import type { Rights } from "@/lib/auth/types";
import { today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { scoreOf } from "@/lib/record/score/rules";
import { type Criterion, criteria, type RegionScore } from "@/lib/record/score/types";
import { listRegionChoices } from "@/lib/region/staff-queries";

const names = Object.keys(criteria) as Criterion[];

/** How the regions that this actor reads stand by each criterion, over what is published. */
export async function listScores(actor: Rights, locale: Locale): Promise<RegionScore[]> {
  const regions = await listRegionChoices(regionsOf(actor, "read"), locale);
  const ids = regions.map(({ id }) => id);
  const rows = await db().$queryRaw<{ region_id: string; criterion: string; good: number; total: number }[]>`
    WITH public AS (SELECT id, kind, region_id FROM record WHERE state = 'published' AND region_id = ANY (${ids}::uuid[])),
    sites AS (
      SELECT p.region_id, s.* FROM site s JOIN public p ON p.id = s.id WHERE s.kind <> 'facility'
    ), open AS (
      SELECT p.region_id, o.* FROM outcome o JOIN public p ON p.id = o.id
      WHERE o.stage NOT IN ('launched', 'kept', 'discontinued')
    ), measured AS (
      SELECT p.region_id, 'facts_current' AS criterion, due_on(f.review_by, f.as_of) >= ${today()}::date AS good
        FROM fact f JOIN public p ON p.id = f.record_id WHERE f.as_of IS NOT NULL
      UNION ALL SELECT p.region_id, 'languages_current', t.status = 'current'
        FROM translation_state t JOIN public p ON p.id = t.record_id WHERE p.kind <> 'media'
      UNION ALL SELECT region_id, 'promises_dated', due_on IS NOT NULL FROM open
      UNION ALL SELECT region_id, 'promises_owned', EXISTS (SELECT 1 FROM outcome_owner w WHERE w.outcome_id = open.id) FROM open
      UNION ALL SELECT region_id, 'promises_on_time', due_on >= ${today()}::date FROM open WHERE due_on IS NOT NULL
      UNION ALL SELECT region_id, 'sites_contact',
        phone IS NOT NULL OR EXISTS (SELECT 1 FROM contact c WHERE c.record_id = sites.id) FROM sites
      UNION ALL SELECT region_id, 'sites_position', lat IS NOT NULL AND coordinate_precision IN ('exact', 'site') FROM sites
      UNION ALL SELECT region_id, 'sites_free_area',
        available_area_ha IS NOT NULL OR available_premises_m2 IS NOT NULL FROM sites
      UNION ALL SELECT region_id, 'sites_utilities',
        EXISTS (SELECT 1 FROM site_utility u WHERE u.site_id = sites.id AND u.kind = 'electricity') FROM sites
      UNION ALL SELECT region_id, 'sites_picture', EXISTS (SELECT 1 FROM media_use u
        JOIN media_asset m ON m.id = u.asset_id JOIN record a ON a.id = m.id
        WHERE u.record_id = sites.id AND m.kind = 'image' AND a.state = 'published') FROM sites
      UNION ALL SELECT p.region_id, 'pictures_alt',
        EXISTS (SELECT 1 FROM record_text t WHERE t.record_id = m.id AND t.locale = l.locale AND t.state = 'published')
        FROM media_asset m JOIN public p ON p.id = m.id CROSS JOIN unnest(enum_range(NULL::locale)) AS l (locale)
        WHERE m.kind = 'image' AND EXISTS (SELECT 1 FROM media_use u WHERE u.asset_id = m.id)
      UNION ALL SELECT p.region_id, 'links_work', k.status <> 'broken'
        FROM record_link l JOIN public p ON p.id = l.record_id JOIN link_check k ON k.url = l.url
    )
    SELECT region_id, criterion, count(*) FILTER (WHERE good)::int AS good, count(*)::int AS total
    FROM measured GROUP BY 1, 2`;
  return regions.map(({ id, name }) => {
    const measures = names.map((criterion) => {
      const row = rows.find((one) => one.region_id === id && one.criterion === criterion);
      return { criterion, good: row?.good ?? 0, of: row?.total ?? 0 };
    });
    return { id, name, measures, score: scoreOf(measures) };
  });
}
