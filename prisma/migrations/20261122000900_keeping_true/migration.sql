-- CreateEnum
CREATE TYPE "link_status" AS ENUM ('works', 'broken', 'unclear');

-- AlterTable: who keeps a record true
ALTER TABLE "record" ADD COLUMN "owner_id" UUID;
CREATE INDEX "record_owner_id_idx" ON "record"("owner_id");
ALTER TABLE "record" ADD CONSTRAINT "record_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable: "still true", said by a person on a day; the day of the figure itself stays
ALTER TABLE "fact" ADD COLUMN "checked_on" DATE;

-- AlterTable
ALTER TABLE "staff" ADD COLUMN "wants_digest" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable: what link_check says of every address
ALTER TABLE "source" DROP COLUMN "checked_at", DROP COLUMN "is_alive";

-- AlterTable: who is in a record stands in its own table, with or without a draft
ALTER TABLE "draft" DROP CONSTRAINT "draft_opened_by_id_fkey";
ALTER TABLE "draft" DROP COLUMN "opened_by_id", DROP COLUMN "opened_at";

-- CreateTable
CREATE TABLE "presence" (
    "record_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("record_id","staff_id")
);
CREATE INDEX "presence_seen_at_idx" ON "presence"("seen_at");
ALTER TABLE "presence" ADD CONSTRAINT "presence_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "presence" ADD CONSTRAINT "presence_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "link_check" (
    "url" TEXT NOT NULL,
    "status" "link_status" NOT NULL,
    "reason" TEXT NOT NULL,
    "failures" SMALLINT NOT NULL DEFAULT 0,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "failing_since" TIMESTAMPTZ(3),

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("url")
);
CREATE INDEX "link_check_checked_at_idx" ON "link_check"("checked_at");

-- What Prisma's language cannot say ---------------------------------------------------------------------------------
-- The day from which a fact wants to be looked at: freshnessOf() in lib/source/rules.ts says the same.
CREATE FUNCTION due_on(review_by date, as_of date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(review_by, (as_of + interval '12 months')::date)
$$;
CREATE INDEX fact_due ON fact (due_on(review_by, as_of));

-- Addresses that readers of a published record may follow, and what they belong to.
CREATE VIEW record_link AS
  SELECT DISTINCT f.record_id, s.url, s.id AS source_id FROM fact f
    JOIN citation c ON c.fact_id = f.id JOIN source s ON s.id = c.source_id WHERE s.url IS NOT NULL
  UNION ALL SELECT id, website, NULL FROM site WHERE website IS NOT NULL
  UNION ALL SELECT id, website, NULL FROM organisation WHERE website IS NOT NULL
  UNION ALL SELECT record_id, url, NULL FROM contact WHERE url IS NOT NULL
  UNION ALL SELECT record_id, portal_url, NULL FROM contact WHERE portal_url IS NOT NULL;

-- What somebody should see to in published records, one row a thing: the to-do list, the checks of a record, the weekly
-- mail and the score of a region all count these. Every branch has one code, so that asking for one reads only its own. What a
-- finding is asked by (kind, region, owner) comes with it: a second look at each of 100,000 records would take as long again.
CREATE FUNCTION finding(on_day date)
RETURNS TABLE (
  code text, id uuid, kind kind, region_id uuid, owner_id uuid,
  part_id uuid, field text, locale locale, since date, detail text
)
LANGUAGE sql STABLE AS $$
  SELECT 'fact_due', r.id, r.kind, r.region_id, r.owner_id, f.part_id, f.field, NULL::locale, due_on(f.review_by, f.as_of), NULL::text
    FROM fact f JOIN record r ON r.id = f.record_id
    WHERE due_on(f.review_by, f.as_of) < on_day AND r.state = 'published'
  UNION ALL
  SELECT 'language_missing', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, s.locale, s.since::date, NULL
    FROM translation_state s JOIN record r ON r.id = s.record_id
    WHERE s.status IN ('missing', 'withdrawn') AND r.state = 'published'
  UNION ALL
  SELECT 'translation_late', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, s.locale, s.since::date, s.status::text
    FROM translation_state s JOIN record r ON r.id = s.record_id
    WHERE s.status IN ('outdated', 'partial', 'machine') AND r.state = 'published'
  UNION ALL
  SELECT 'promise_undated', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, NULL, r.published_at::date, NULL
    FROM outcome o JOIN record r ON r.id = o.id
    WHERE o.due_on IS NULL AND o.stage NOT IN ('launched', 'kept', 'discontinued') AND r.state = 'published'
  UNION ALL
  SELECT 'promise_overdue', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, NULL, o.due_on, NULL
    FROM outcome o JOIN record r ON r.id = o.id
    WHERE o.due_on < on_day AND o.stage NOT IN ('launched', 'kept', 'discontinued') AND r.state = 'published'
  UNION ALL
  SELECT 'promise_unowned', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, NULL, r.published_at::date, NULL
    FROM outcome o JOIN record r ON r.id = o.id
    WHERE NOT EXISTS (SELECT 1 FROM outcome_owner w WHERE w.outcome_id = o.id)
      AND o.stage NOT IN ('launched', 'kept', 'discontinued') AND r.state = 'published'
  UNION ALL
  SELECT 'contact_missing', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, NULL, r.published_at::date, NULL
    FROM site s JOIN record r ON r.id = s.id
    WHERE s.phone IS NULL AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.record_id = s.id) AND r.state = 'published'
  UNION ALL
  SELECT 'link_broken', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, NULL, k.failing_since::date, l.url
    FROM link_check k JOIN record_link l ON l.url = k.url JOIN record r ON r.id = l.record_id
    WHERE k.status = 'broken' AND r.state = 'published'
  UNION ALL
  SELECT 'alt_missing', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, l.locale, r.created_at::date, NULL
    FROM media_asset m JOIN record r ON r.id = m.id
    CROSS JOIN unnest(enum_range(NULL::locale)) AS l (locale)
    WHERE m.kind = 'image' AND r.state <> 'withdrawn'
      AND EXISTS (SELECT 1 FROM media_use u WHERE u.asset_id = m.id)
      AND NOT EXISTS (SELECT 1 FROM record_text t WHERE t.record_id = m.id AND t.locale = l.locale AND t.state = 'published')
$$;
