-- What Prisma's language cannot say. The name of each constraint says what was broken when it fires.
-- A rule stands here when a crash or a second writer could break it; all others stand in lib/<domain>/rules.ts.

-- For the exclusion constraints below: "the same room" (=) at overlapping times (&&). Trusted, needs no superuser.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- 1. Records and parts ----------------------------------------------------------------------------------------------
-- A row of an entity table must sit on a record of its kind.
CREATE FUNCTION entity_matches_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM new_rows n JOIN record r ON r.id = n.id WHERE r.kind <> TG_ARGV[0]::kind;
  IF FOUND THEN
    RAISE EXCEPTION 'record is not a %', TG_ARGV[0]
      USING ERRCODE = 'check_violation', CONSTRAINT = 'entity_matches_kind';
  END IF;
  RETURN NULL;
END $$;

-- Each row that may hold words or facts gets its part, and loses it (with words and facts) when it goes.
CREATE FUNCTION part_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO part (id, record_id, kind) SELECT id, %I, %s FROM new_rows', TG_ARGV[0], TG_ARGV[1]);
  RETURN NULL;
END $$;
CREATE FUNCTION part_remove() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM part WHERE id IN (SELECT id FROM old_rows);
  RETURN NULL;
END $$;

-- Statement-level on purpose: one insert for a thousand rows, not a thousand.
CREATE FUNCTION declare_parts(child regclass, owner_column text, kind_value text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER part_add AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION part_add(%L, %L)',
    child, owner_column, format('%L::kind', kind_value));
  EXECUTE format(
    'CREATE TRIGGER part_remove AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION part_remove()',
    child);
END $$;
CREATE FUNCTION declare_entity(entity regclass, kind_value text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER entity_matches_kind AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION entity_matches_kind(%L)',
    entity, kind_value);
END $$;

CREATE TRIGGER part_add AFTER INSERT ON record REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION part_add('id', 'kind');
SELECT declare_entity(entity, kind) FROM (VALUES
  ('region'::regclass, 'region'), ('site', 'site'), ('organisation', 'organisation'), ('person', 'person'),
  ('visit', 'visit'), ('outcome', 'outcome'), ('event', 'event'), ('project', 'project'), ('place', 'place'),
  ('tie', 'tie'), ('measure', 'measure'), ('regime', 'regime'), ('crossing', 'crossing'),
  ('opportunity', 'opportunity'), ('media_asset', 'media')) AS entities (entity, kind);
SELECT declare_parts(child, owner_column, kind) FROM (VALUES
  ('strength'::regclass, 'region_id', 'strength'), ('indicator', 'region_id', 'indicator'),
  ('contact', 'record_id', 'contact'), ('lot', 'site_id', 'lot'), ('site_utility', 'site_id', 'utility'),
  ('transport_link', 'site_id', 'transport'), ('site_stage', 'site_id', 'stage'), ('site_service', 'site_id', 'service'),
  ('legal_flag', 'record_id', 'legal_flag'), ('tax_rule', 'record_id', 'tax_rule'),
  ('regime_limit', 'regime_id', 'regime_limit'), ('visit_place', 'visit_id', 'visit_place'),
  ('participant', 'visit_id', 'participant'), ('programme_item', 'visit_id', 'programme_item'),
  ('meeting', 'visit_id', 'meeting'), ('outcome_step', 'outcome_id', 'outcome_step')) AS children (child, owner_column, kind);

-- Which texts exist. A new text field is one row here and one line in lib/translation/fields.ts.
INSERT INTO text_field (kind, field, sheet, is_required, max_length) VALUES
  ('region', 'capital', 'main', true, 120),
  ('site', 'municipality', 'main', true, 160),
  ('site', 'address', 'main', false, 300),
  ('site', 'managingCompany', 'main', false, 200),
  ('person', 'position', 'main', true, 300),
  ('visit', 'continues', 'main', false, 300),
  ('visit', 'replyTo', 'main', false, 300),
  ('outcome', 'dueText', 'main', false, 200),
  ('outcome', 'nextStep', 'main', false, 300),
  ('outcome', 'partiesNote', 'main', false, 300),
  ('event', 'place', 'main', true, 120),
  ('project', 'output', 'main', false, 300),
  ('tie', 'holder', 'main', true, 120),
  ('measure', 'legalBasis', 'main', false, 300),
  ('regime', 'law', 'main', true, 300),
  ('regime', 'entryNote', 'main', false, 600),
  ('crossing', 'cnSide', 'main', true, 160),
  ('crossing', 'ruSide', 'main', true, 160),
  ('media', 'alt', 'main', true, 300),
  ('media', 'credit', 'main', false, 200),
  ('strength', 'title', 'strengths', true, 120),
  ('strength', 'text', 'strengths', true, 600),
  ('indicator', 'label', 'indicators', true, 200),
  ('indicator', 'note', 'indicators', false, 300),
  ('contact', 'name', 'contacts', false, 200),
  ('contact', 'address', 'contacts', false, 300),
  ('lot', 'name', 'lots', false, 160),
  ('lot', 'note', 'lots', false, 400),
  ('utility', 'note', 'utilities', false, 400),
  ('transport', 'name', 'transport', true, 160),
  ('stage', 'what', 'stages', true, 300),
  ('service', 'note', 'services', false, 300),
  ('legal_flag', 'note', 'flags', false, 600),
  ('legal_flag', 'act', 'flags', false, 300),
  ('tax_rule', 'rate', 'taxes', true, 300),
  ('tax_rule', 'ordinaryRate', 'taxes', false, 200),
  ('tax_rule', 'conditions', 'taxes', false, 400),
  ('regime_limit', 'text', 'limits', true, 600),
  ('visit_place', 'name', 'places', true, 120),
  ('participant', 'role', 'people', false, 300),
  ('participant', 'sectorNote', 'people', false, 300),
  ('programme_item', 'title', 'programme', true, 200),
  ('programme_item', 'place', 'programme', false, 200),
  ('programme_item', 'text', 'programme', false, 1000),
  ('programme_item', 'address', 'programme', false, 300),
  ('programme_item', 'workingNote', 'programme', false, 1000),
  ('meeting', 'topic', 'meetings', false, 300),
  ('meeting', 'result', 'meetings', false, 600),
  ('outcome_step', 'note', 'history', false, 600);

-- 2. Words ----------------------------------------------------------------------------------------------------------
ALTER TABLE record_text
  ADD CONSTRAINT name_is_filled CHECK (btrim(name) <> ''),
  ADD CONSTRAINT summary_is_filled CHECK (btrim(summary) <> ''),
  ADD CONSTRAINT source_version_not_negative CHECK (source_version >= 0);
ALTER TABLE part_text ADD CONSTRAINT value_is_filled CHECK (btrim(value) <> '');

-- A translation is outdated when its source moved on. One row per record, editor sheet and locale; LATERAL, so that a
-- filter on record or region reaches the indexes before anything is grouped.
CREATE VIEW translation_status AS
SELECT r.id AS record_id, r.region_id, x.sheet, x.locale, x.status, x.made_from, x.source_version
FROM record r
CROSS JOIN LATERAL (
  SELECT s.sheet, l.locale,
    CASE
      WHEN count(t.part_id) = 0 THEN 'missing'
      WHEN count(t.part_id) < count(*) THEN 'partial'
      WHEN bool_or(t.source_version < s.version) THEN 'outdated'
      WHEN bool_or(t.origin = 'machine') THEN 'machine'
      ELSE 'current'
    END AS status,
    min(t.source_version) AS made_from,
    max(s.version) AS source_version
  FROM (
    SELECT 'main'::text AS sheet, record_id AS part_id, 'name'::text AS field, version
    FROM record_text WHERE record_id = r.id AND locale = r.source_locale
    UNION ALL
    SELECT f.sheet, p.part_id, p.field, p.version
    FROM part_text p JOIN text_field f USING (kind, field) WHERE p.record_id = r.id AND p.locale = r.source_locale
  ) s
  CROSS JOIN (SELECT unnest(enum_range(NULL::locale)) AS locale) l
  LEFT JOIN (
    SELECT record_id AS part_id, 'name'::text AS field, locale, version, source_version, origin
    FROM record_text WHERE record_id = r.id
    UNION ALL
    SELECT part_id, field, locale, version, source_version, origin FROM part_text WHERE record_id = r.id
  ) t ON t.part_id = s.part_id AND t.field = s.field AND t.locale = l.locale
  WHERE l.locale <> r.source_locale
  GROUP BY s.sheet, l.locale
) x;

-- 3. Facts and dates ------------------------------------------------------------------------------------------------
ALTER TABLE fact
  ADD CONSTRAINT as_of_has_precision CHECK ((as_of IS NULL) = (as_of_precision IS NULL)),
  ADD CONSTRAINT review_by_has_precision CHECK ((review_by IS NULL) = (review_precision IS NULL)),
  ADD CONSTRAINT review_after_as_of CHECK (review_by IS NULL OR (as_of IS NOT NULL AND review_by >= as_of));
ALTER TABLE citation
  ADD CONSTRAINT other_value_is_told CHECK (agrees OR says_value IS NOT NULL OR coalesce(btrim(says), '') <> '');
ALTER TABLE source ADD CONSTRAINT url_is_http CHECK (url ~ '^https?://');

-- 4. Never false ----------------------------------------------------------------------------------------------------
ALTER TABLE record
  ADD CONSTRAINT slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT expires_after_publish CHECK (expires_at > publish_at),
  ADD CONSTRAINT published_has_date CHECK (state <> 'published' OR published_at IS NOT NULL),
  ADD CONSTRAINT version_not_negative CHECK (version >= 0),
  ADD CONSTRAINT archived_is_not_public CHECK (archived_at IS NULL OR state <> 'published'),
  ADD CONSTRAINT seed_mark_is_whole CHECK ((seed_hash IS NULL) = (seed_version IS NULL) AND seed_version <= version);
ALTER TABLE seed_difference
  ADD CONSTRAINT edited_has_document CHECK ((reason = 'edited') = (document IS NOT NULL)),
  ADD CONSTRAINT document_has_hash CHECK ((document IS NULL) = (seed_hash IS NULL));
ALTER TABLE region
  ADD CONSTRAINT region_area_positive CHECK (area_km2 > 0),
  ADD CONSTRAINT population_not_negative CHECK (population >= 0),
  ADD CONSTRAINT grp_has_year CHECK ((grp_rub IS NULL) = (grp_year IS NULL)),
  ADD CONSTRAINT bbox_is_whole CHECK (num_nonnulls(bbox_west, bbox_south, bbox_east, bbox_north) IN (0, 4)
    AND bbox_south <= bbox_north),
  ADD CONSTRAINT hue_is_degrees CHECK (hue BETWEEN 0 AND 359),
  ADD CONSTRAINT answer_terms CHECK (consultation_days BETWEEN 1 AND 30 AND help_days BETWEEN 1 AND 60);
ALTER TABLE place
  ADD CONSTRAINT place_coordinates CHECK (num_nonnulls(lat, lon) IN (0, 2)
    AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180),
  ADD CONSTRAINT place_not_own_parent CHECK (parent_id <> id);
ALTER TABLE site
  ADD CONSTRAINT site_areas_not_negative
    CHECK (least(total_area_ha, available_area_ha, premises_m2, available_premises_m2) >= 0),
  ADD CONSTRAINT site_coordinates CHECK (num_nonnulls(lat, lon, coordinate_precision) IN (0, 3)
    AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180),
  ADD CONSTRAINT site_not_own_parent CHECK (parent_id <> id);
ALTER TABLE crossing
  ADD CONSTRAINT crossing_coordinates CHECK (num_nonnulls(lat, lon, coordinate_precision) IN (0, 3)
    AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180);
ALTER TABLE lot
  ADD CONSTRAINT lot_areas_not_negative CHECK (least(area_ha, area_m2) >= 0),
  ADD CONSTRAINT reserved_is_percent CHECK (reserved_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT price_is_whole CHECK (num_nonnulls(price_amount, price_currency, price_per) IN (0, 3)
    AND (price_vat IS NULL OR price_amount IS NOT NULL)),
  ADD CONSTRAINT price_not_negative CHECK (price_amount >= 0),
  ADD CONSTRAINT lot_date_has_precision CHECK ((available_from IS NULL) = (available_precision IS NULL));
ALTER TABLE site_utility
  ADD CONSTRAINT capacities_not_negative CHECK (least(total_capacity, free_capacity) >= 0),
  ADD CONSTRAINT from_date_has_date CHECK (availability <> 'from_date' OR available_from IS NOT NULL),
  ADD CONSTRAINT utility_date_has_precision CHECK ((available_from IS NULL) = (available_precision IS NULL)),
  ADD CONSTRAINT tariff_has_currency CHECK ((tariff_amount IS NULL) = (tariff_currency IS NULL));
ALTER TABLE transport_link ADD CONSTRAINT distance_not_negative CHECK (distance_km >= 0);
ALTER TABLE site_stage ADD CONSTRAINT stage_areas_not_negative CHECK (least(area_ha, premises_m2) >= 0);
ALTER TABLE indicator
  ADD CONSTRAINT period_in_order CHECK (period_to >= period_from),
  ADD CONSTRAINT comparison_is_whole
    CHECK (num_nonnulls(comparison_value, comparison_from, comparison_to, comparison_precision) IN (0, 4)
      AND comparison_to >= comparison_from);
ALTER TABLE regime ADD CONSTRAINT min_investment_not_negative CHECK (min_investment_rub >= 0);
ALTER TABLE tax_rule
  ADD CONSTRAINT rate_is_percent CHECK (rate_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT years_positive CHECK (years > 0),
  ADD CONSTRAINT rule_dates_in_order CHECK (valid_to >= valid_from);
ALTER TABLE regime_limit ADD CONSTRAINT limit_dates_in_order CHECK (valid_to >= valid_from);
ALTER TABLE measure ADD CONSTRAINT measure_dates_in_order CHECK (valid_to >= valid_from);
ALTER TABLE event ADD CONSTRAINT event_dates_in_order CHECK (ends_on >= starts_on);
ALTER TABLE project
  ADD CONSTRAINT investment_has_currency CHECK ((investment_amount IS NULL) = (investment_currency IS NULL)),
  ADD CONSTRAINT project_figures_not_negative CHECK (investment_amount >= 0 AND jobs >= 0);
ALTER TABLE visit
  ADD CONSTRAINT visit_dates_in_order CHECK (ends_on >= starts_on),
  ADD CONSTRAINT visit_counts CHECK (duration_days > 0 AND meetings_count >= 0),
  ADD CONSTRAINT visit_not_its_own_reply CHECK (continues_id <> id AND reply_to_id <> id);
ALTER TABLE visit_place ADD CONSTRAINT stay_in_order CHECK (ends_on >= starts_on);
ALTER TABLE programme_item
  ADD CONSTRAINT item_times CHECK (ends_at >= starts_at AND (ends_at IS NULL OR starts_at IS NOT NULL)),
  ADD CONSTRAINT timed_item_has_zone CHECK (starts_at IS NULL OR time_zone IS NOT NULL);
ALTER TABLE participant
  ADD CONSTRAINT headcount_positive CHECK (headcount > 0),
  ADD CONSTRAINT counted_group_has_no_person CHECK (headcount IS NULL OR person_id IS NULL);
-- A room and an interpreter cannot be taken twice at once, whoever plans.
ALTER TABLE meeting
  ADD CONSTRAINT meeting_times CHECK (num_nonnulls(starts_at, ends_at) IN (0, 2) AND ends_at > starts_at),
  ADD CONSTRAINT room_taken EXCLUDE USING gist (visit_id WITH =, room WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (room IS NOT NULL AND starts_at IS NOT NULL),
  ADD CONSTRAINT interpreter_taken EXCLUDE USING gist (interpreter_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (interpreter_id IS NOT NULL AND starts_at IS NOT NULL);
ALTER TABLE outcome
  ADD CONSTRAINT due_has_precision CHECK ((due_on IS NULL) = (due_precision IS NULL)),
  ADD CONSTRAINT document_count_positive CHECK (document_count > 0);
ALTER TABLE outcome_owner
  ADD CONSTRAINT owner_is_one_thing CHECK (num_nonnulls(person_id, organisation_id, post) = 1);
ALTER TABLE consent ADD CONSTRAINT consent_of_one CHECK (num_nonnulls(person_id, organisation_id) = 1);
ALTER TABLE media_asset
  ADD CONSTRAINT focal_point CHECK (focal_x BETWEEN 0 AND 1 AND focal_y BETWEEN 0 AND 1),
  ADD CONSTRAINT no_active_files CHECK (mime_type IN ('image/webp', 'image/jpeg', 'image/png', 'application/pdf'));
ALTER TABLE exchange_rate ADD CONSTRAINT rate_positive CHECK (rub > 0);

-- Partial on purpose: Prisma leaves partial indexes alone.
CREATE UNIQUE INDEX contact_one_agency ON contact (record_id) WHERE kind = 'agency';
CREATE INDEX outcome_open_due ON outcome (due_on) WHERE stage NOT IN ('launched', 'kept', 'discontinued');

-- 5. Rules over time ------------------------------------------------------------------------------------------------
-- Append-only: such rows go only together with the thing they belong to (a cascade runs at trigger depth > 1).
CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_ARGV[0] = 'with owner' AND pg_trigger_depth() > 1 THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON outcome_step
  FOR EACH ROW EXECUTE FUNCTION is_append_only('with owner');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON consent
  FOR EACH ROW EXECUTE FUNCTION is_append_only('with owner');

-- Versions only grow; a changed slug leaves a redirect; a slug in use beats an old redirect.
CREATE FUNCTION record_keeps_trace() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version < OLD.version THEN
    RAISE EXCEPTION 'version goes back' USING ERRCODE = 'check_violation', CONSTRAINT = 'version_only_grows';
  END IF;
  IF NEW.slug IS DISTINCT FROM OLD.slug AND OLD.slug IS NOT NULL THEN
    DELETE FROM slug_redirect WHERE kind = NEW.kind AND slug = NEW.slug;
    INSERT INTO slug_redirect (kind, slug, record_id) VALUES (OLD.kind, OLD.slug, OLD.id)
      ON CONFLICT (kind, slug) DO UPDATE SET record_id = excluded.record_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER record_keeps_trace AFTER UPDATE OF version, slug ON record
  FOR EACH ROW EXECUTE FUNCTION record_keeps_trace();

-- Nothing is public without a published text in its own language and, except media, without a source that agrees.
-- Asked at commit, because record, texts and sources are written one after another. The argument names the column of
-- the record's id; the same question is asked when a text or a source is taken away from under a public record.
CREATE FUNCTION record_may_be_public() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record%ROWTYPE;
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  SELECT * INTO r FROM record WHERE id = (changed ->> TG_ARGV[0])::uuid;
  IF NOT FOUND OR r.state <> 'published' THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM record_text WHERE record_id = r.id AND locale = r.source_locale AND state = 'published';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no published text in %', r.source_locale
      USING ERRCODE = 'check_violation', CONSTRAINT = 'public_has_text';
  END IF;
  PERFORM 1 FROM fact f JOIN citation c ON c.fact_id = f.id WHERE f.part_id = r.id AND f.field = 'all' AND c.agrees;
  IF NOT FOUND AND r.kind <> 'media' THEN
    RAISE EXCEPTION 'no source' USING ERRCODE = 'check_violation', CONSTRAINT = 'public_has_source';
  END IF;
  PERFORM 1 FROM person WHERE id = r.id AND consent_level <> 'named';
  IF FOUND THEN
    RAISE EXCEPTION 'person is not public' USING ERRCODE = 'check_violation', CONSTRAINT = 'public_person_agreed';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER record_may_be_public AFTER INSERT OR UPDATE OF state, source_locale ON record
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'published')
  EXECUTE FUNCTION record_may_be_public('id');
CREATE CONSTRAINT TRIGGER record_may_be_public AFTER UPDATE OF state OR DELETE ON record_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_may_be_public('record_id');
CREATE CONSTRAINT TRIGGER record_may_be_public AFTER DELETE ON fact
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.field = 'all' AND OLD.part_id = OLD.record_id)
  EXECUTE FUNCTION record_may_be_public('record_id');

-- The same question for a source: the way to its record leads over the fact, which may be gone already.
CREATE FUNCTION citation_may_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1
  FROM fact f JOIN record r ON r.id = f.record_id
  WHERE f.id = OLD.fact_id AND f.part_id = r.id AND f.field = 'all' AND r.state = 'published' AND r.kind <> 'media'
    AND NOT EXISTS (SELECT 1 FROM citation c WHERE c.fact_id = f.id AND c.agrees);
  IF FOUND THEN
    RAISE EXCEPTION 'no source' USING ERRCODE = 'check_violation', CONSTRAINT = 'public_has_source';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER citation_may_go AFTER UPDATE OR DELETE ON citation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION citation_may_go();

-- The newest consent is the level in force; taking it back takes the page of the person away at once.
CREATE FUNCTION consent_takes_effect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NOT NULL THEN
    UPDATE person SET consent_level = NEW.level WHERE id = NEW.person_id;
    IF NEW.level <> 'named' THEN
      UPDATE record SET state = 'withdrawn' WHERE id = NEW.person_id AND state = 'published';
    END IF;
  ELSE
    UPDATE organisation SET consent_level = NEW.level WHERE id = NEW.organisation_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER consent_takes_effect AFTER INSERT ON consent FOR EACH ROW EXECUTE FUNCTION consent_takes_effect();

CREATE FUNCTION consent_needs_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2
    AND (TG_OP = 'INSERT' AND NEW.consent_level <> 'counted'
      OR TG_OP = 'UPDATE' AND NEW.consent_level IS DISTINCT FROM OLD.consent_level)
  THEN
    RAISE EXCEPTION 'consent changes by a consent row'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_needs_record';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consent_needs_record BEFORE INSERT OR UPDATE OF consent_level ON person
  FOR EACH ROW EXECUTE FUNCTION consent_needs_record();
CREATE TRIGGER consent_needs_record BEFORE INSERT OR UPDATE OF consent_level ON organisation
  FOR EACH ROW EXECUTE FUNCTION consent_needs_record();

-- The ladder: a stage moves only by a step from where the outcome stands; going back and not continuing need a reason;
-- launched and kept need evidence; a moved due date leaves a step.
ALTER TABLE outcome_step
  ADD CONSTRAINT reason_told
    CHECK (coalesce(btrim(reason), '') <> ''
      OR (reason IS NULL AND to_stage <> 'discontinued' AND (from_stage IS NULL OR to_stage >= from_stage))),
  ADD CONSTRAINT launch_proven CHECK (to_stage <> 'launched' OR num_nonnulls(reason, source_id, asset_id) > 0),
  ADD CONSTRAINT keeping_proven CHECK (to_stage <> 'kept' OR num_nonnulls(reason, source_id, asset_id) > 0),
  ADD CONSTRAINT step_date_has_precision CHECK ((happened_on IS NULL) = (happened_precision IS NULL));

CREATE FUNCTION step_moves_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_at outcome_stage;
  has_steps boolean;
BEGIN
  SELECT stage INTO now_at FROM outcome WHERE id = NEW.outcome_id FOR UPDATE;
  SELECT EXISTS (SELECT 1 FROM outcome_step WHERE outcome_id = NEW.outcome_id) INTO has_steps;
  IF has_steps AND NEW.from_stage IS DISTINCT FROM now_at OR NOT has_steps AND NEW.from_stage IS NOT NULL THEN
    RAISE EXCEPTION 'outcome stands at %', now_at
      USING ERRCODE = 'check_violation', CONSTRAINT = 'step_starts_where_outcome_is';
  END IF;
  IF now_at <> NEW.to_stage THEN
    UPDATE outcome SET stage = NEW.to_stage WHERE id = NEW.outcome_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER step_moves_outcome BEFORE INSERT ON outcome_step
  FOR EACH ROW EXECUTE FUNCTION step_moves_outcome();

CREATE FUNCTION outcome_moves_by_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2
    AND (TG_OP = 'INSERT' AND NEW.stage <> 'announced' OR TG_OP = 'UPDATE' AND NEW.stage IS DISTINCT FROM OLD.stage)
  THEN
    RAISE EXCEPTION 'stage changes by a step'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'outcome_moves_by_step';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.due_on IS DISTINCT FROM OLD.due_on
    AND EXISTS (SELECT 1 FROM outcome_step WHERE outcome_id = NEW.id)
  THEN
    INSERT INTO outcome_step (id, outcome_id, from_stage, to_stage, due_on, reason)
    VALUES (gen_random_uuid(), NEW.id, OLD.stage, OLD.stage, NEW.due_on, 'due date moved');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_moves_by_step BEFORE INSERT OR UPDATE OF stage, due_on ON outcome
  FOR EACH ROW EXECUTE FUNCTION outcome_moves_by_step();

-- 6. Derived rows ---------------------------------------------------------------------------------------------------
-- Called in the same transaction as the change of a site; refill_site_filter(NULL) rebuilds all (ANALYZE first after a
-- bulk load: the plans of an unanalysed table take minutes at 100,000 sites). Unknown stays null. Facilities are here
-- too; the catalogue leaves them out by their kind.
CREATE FUNCTION refill_site_filter(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM site_filter f USING record r
  WHERE f.site_id = r.id AND r.state <> 'published' AND (ids IS NULL OR r.id = ANY (ids));
  INSERT INTO site_filter (site_id, region_id, kind, status, country, regime_id, parent_id, sectors, total_area_ha,
    free_area_ha, power_mw, gas_m3_per_hour, has_rail, has_ready_units, foreign_ownership, airport_km, rail_km,
    crossing_km, rent_rub_per_m2_year, review_by, lat, lon, published_at)
  SELECT s.id, r.region_id, s.kind, s.status, s.country, s.regime_id, s.parent_id, r.sectors, s.total_area_ha,
    coalesce(s.available_area_ha, (SELECT sum(area_ha) FROM lot WHERE site_id = s.id AND status = 'available')),
    (SELECT coalesce(free_capacity, total_capacity) FROM site_utility u
      WHERE u.site_id = s.id AND u.kind = 'electricity' AND u.availability IN ('now', 'unknown')),
    (SELECT coalesce(free_capacity, total_capacity) FROM site_utility u
      WHERE u.site_id = s.id AND u.kind = 'gas' AND u.availability IN ('now', 'unknown')),
    (SELECT CASE u.availability WHEN 'now' THEN true WHEN 'not_available' THEN false END FROM site_utility u
      WHERE u.site_id = s.id AND u.kind = 'rail_siding'),
    CASE WHEN EXISTS (SELECT 1 FROM site_service v
          WHERE v.site_id = s.id AND v.key = 'ready_built_units' AND v.status = 'available')
        OR EXISTS (SELECT 1 FROM lot l WHERE l.site_id = s.id AND l.kind <> 'land' AND l.status = 'available')
      THEN true END,
    coalesce(
      (SELECT g.value FROM legal_flag g WHERE g.record_id = s.id AND g.flag = 'foreign_ownership'),
      (SELECT g.value FROM legal_flag g WHERE g.record_id = r.region_id AND g.flag = 'foreign_ownership'),
      'unknown'),
    t.airport, t.rail, t.crossing,
    (SELECT min(CASE l.price_per WHEN 'm2_year' THEN l.price_amount WHEN 'm2_month' THEN l.price_amount * 12 END)
      FROM lot l WHERE l.site_id = s.id AND l.kind <> 'land' AND l.price_currency = 'rub'
        AND l.status IN ('available', 'partly_reserved')),
    (SELECT min(f.review_by) FROM fact f WHERE f.record_id = s.id),
    s.lat, s.lon, r.published_at
  FROM site s
  JOIN record r ON r.id = s.id
  LEFT JOIN LATERAL (
    SELECT min(distance_km) FILTER (WHERE mode = 'airport') AS airport,
      min(distance_km) FILTER (WHERE mode = 'rail') AS rail,
      min(distance_km) FILTER (WHERE mode = 'border_crossing') AS crossing
    FROM transport_link WHERE site_id = s.id
  ) t ON true
  WHERE r.state = 'published' AND (ids IS NULL OR r.id = ANY (ids))
  ON CONFLICT (site_id) DO UPDATE SET (
    region_id, kind, status, country, regime_id, parent_id, sectors, total_area_ha, free_area_ha, power_mw,
    gas_m3_per_hour, has_rail, has_ready_units, foreign_ownership, airport_km, rail_km, crossing_km,
    rent_rub_per_m2_year, review_by, lat, lon, published_at
  ) = (
    excluded.region_id, excluded.kind, excluded.status, excluded.country, excluded.regime_id,
    excluded.parent_id, excluded.sectors, excluded.total_area_ha, excluded.free_area_ha, excluded.power_mw,
    excluded.gas_m3_per_hour, excluded.has_rail, excluded.has_ready_units, excluded.foreign_ownership,
    excluded.airport_km, excluded.rail_km, excluded.crossing_km, excluded.rent_rub_per_m2_year,
    excluded.review_by, excluded.lat, excluded.lon, excluded.published_at
  );
$$;
