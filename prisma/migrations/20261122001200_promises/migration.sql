-- Promises of which both sides agreed that nothing follows are no findings. Reminders before and after a due date go out once.

-- CreateTable
CREATE TABLE "promise_reminder" (
    "outcome_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "days_before" SMALLINT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promise_reminder_pkey" PRIMARY KEY ("outcome_id","due_on","days_before")
);
ALTER TABLE "promise_reminder" ADD CONSTRAINT "promise_reminder_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say ---------------------------------------------------------------------------------
-- What somebody should see to in published records, as before; see the migration that made it.
CREATE OR REPLACE FUNCTION finding(on_day date)
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
    WHERE o.due_on IS NULL AND NOT o.has_no_follow_up AND o.stage NOT IN ('launched', 'kept', 'discontinued') AND r.state = 'published'
  UNION ALL
  SELECT 'promise_overdue', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, NULL, o.due_on, NULL
    FROM outcome o JOIN record r ON r.id = o.id
    WHERE o.due_on < on_day AND NOT o.has_no_follow_up AND o.stage NOT IN ('launched', 'kept', 'discontinued') AND r.state = 'published'
  UNION ALL
  SELECT 'promise_unowned', r.id, r.kind, r.region_id, r.owner_id, NULL, NULL, NULL, r.published_at::date, NULL
    FROM outcome o JOIN record r ON r.id = o.id
    WHERE NOT EXISTS (SELECT 1 FROM outcome_owner w WHERE w.outcome_id = o.id) AND NOT o.has_no_follow_up
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
