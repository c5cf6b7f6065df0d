-- CreateEnum
CREATE TYPE "text_status" AS ENUM ('current', 'machine', 'outdated', 'partial', 'missing', 'withdrawn');

-- CreateTable
CREATE TABLE "translation_state" (
    "record_id" UUID NOT NULL,
    "locale" "locale" NOT NULL,
    "status" "text_status" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "translation_state_pkey" PRIMARY KEY ("record_id","locale")
);

-- CreateIndex
CREATE INDEX "translation_state_locale_status_since_idx" ON "translation_state"("locale", "status", "since");

-- AddForeignKey
ALTER TABLE "translation_state" ADD CONSTRAINT "translation_state_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say ---------------------------------------------------------------------------------
-- How a language of a record stands to the source language, all its texts together; the view translation_status says the
-- same for each sheet of the editor. Staff lists filter 100,000 records by it, which no view can answer in time.
-- The worst counts: a language that misses a text and has an outdated one is outdated, because it says something old.
CREATE FUNCTION refill_translation_state(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  WITH source AS (
    SELECT r.id AS record_id, l.locale, t.version, t.summary IS NOT NULL AS has_summary
    FROM record r
    JOIN record_text t ON t.record_id = r.id AND t.locale = r.source_locale
    CROSS JOIN unnest(enum_range(NULL::locale)) AS l (locale)
    WHERE r.id = ANY (ids) AND l.locale <> r.source_locale
  ), words AS (
    SELECT p.record_id, l.locale,
      bool_or(t.part_id IS NULL) AS is_partial,
      bool_or(t.part_id IS NOT NULL AND coalesce(t.source_version, 0) < p.version) AS is_outdated,
      bool_or(t.origin = 'machine') AS is_machine
    FROM record r
    JOIN part_text p ON p.record_id = r.id AND p.locale = r.source_locale
    CROSS JOIN unnest(enum_range(NULL::locale)) AS l (locale)
    LEFT JOIN part_text t ON t.part_id = p.part_id AND t.field = p.field AND t.locale = l.locale
    WHERE r.id = ANY (ids) AND l.locale <> r.source_locale
    GROUP BY p.record_id, l.locale
  ), found AS (
    SELECT s.record_id, s.locale,
      CASE
        WHEN t.record_id IS NULL THEN 'missing'
        WHEN t.state = 'withdrawn' THEN 'withdrawn'
        WHEN coalesce(t.source_version, 0) < s.version OR w.is_outdated THEN 'outdated'
        WHEN w.is_partial OR (s.has_summary AND t.summary IS NULL) THEN 'partial'
        WHEN t.origin = 'machine' OR w.is_machine THEN 'machine'
        ELSE 'current'
      END::text_status AS status
    FROM source s
    LEFT JOIN record_text t ON t.record_id = s.record_id AND t.locale = s.locale
    LEFT JOIN words w ON w.record_id = s.record_id AND w.locale = s.locale
  ), gone AS (
    DELETE FROM translation_state o
    WHERE o.record_id = ANY (ids)
      AND NOT EXISTS (SELECT 1 FROM found f WHERE f.record_id = o.record_id AND f.locale = o.locale)
  )
  INSERT INTO translation_state (record_id, locale, status)
  SELECT record_id, locale, status FROM found ORDER BY record_id, locale
  ON CONFLICT (record_id, locale) DO UPDATE SET status = excluded.status, since = excluded.since
    WHERE translation_state.status <> excluded.status;
$$;

-- Statement-level on purpose: once for all texts that a statement wrote.
CREATE FUNCTION texts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_OP = 'DELETE' THEN ids := ARRAY(SELECT DISTINCT record_id FROM old_rows);
  ELSE ids := ARRAY(SELECT DISTINCT record_id FROM new_rows);
  END IF;
  IF cardinality(ids) > 0 THEN PERFORM refill_translation_state(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER text_added AFTER INSERT ON record_text REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION texts_changed();
CREATE TRIGGER text_changed AFTER UPDATE ON record_text REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION texts_changed();
CREATE TRIGGER text_gone AFTER DELETE ON record_text REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION texts_changed();
CREATE TRIGGER text_added AFTER INSERT ON part_text REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION texts_changed();
CREATE TRIGGER text_changed AFTER UPDATE ON part_text REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION texts_changed();
CREATE TRIGGER text_gone AFTER DELETE ON part_text REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION texts_changed();
CREATE FUNCTION source_locale_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refill_translation_state(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER source_locale_changed AFTER UPDATE OF source_locale ON record FOR EACH ROW
  WHEN (OLD.source_locale IS DISTINCT FROM NEW.source_locale) EXECUTE FUNCTION source_locale_changed();

SELECT refill_translation_state(ARRAY(SELECT id FROM record));

-- Words of a name anywhere in it, for the search of the staff lists. Trusted, needs no superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX record_text_name_anywhere ON record_text USING gin (name gin_trgm_ops) WHERE name IS NOT NULL; -- partial: Prisma leaves such indexes alone
