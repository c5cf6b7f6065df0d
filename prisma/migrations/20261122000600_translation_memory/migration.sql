-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "unchecked" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "memory_segment" (
    "id" BIGSERIAL NOT NULL,
    "locale" "locale" NOT NULL,
    "form_hash" UUID NOT NULL,
    "form" TEXT NOT NULL,

    CONSTRAINT "memory_segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memory_use" (
    "record_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "segment_id" BIGINT NOT NULL,
    "text_hash" UUID NOT NULL,
    "is_open" BOOLEAN NOT NULL,

    CONSTRAINT "memory_use_pkey" PRIMARY KEY ("record_id","part_id","field","position")
);

-- CreateTable
CREATE TABLE "memory_gram" (
    "gram" INTEGER NOT NULL,
    "segment_id" BIGINT NOT NULL,

    CONSTRAINT "memory_gram_pkey" PRIMARY KEY ("gram","segment_id")
);

-- CreateTable
CREATE TABLE "memory_mark" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "memory_mark_pkey" PRIMARY KEY ("record_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "memory_segment_locale_form_hash_key" ON "memory_segment"("locale", "form_hash");

-- CreateIndex
CREATE INDEX "memory_use_segment_id_idx" ON "memory_use"("segment_id");

-- CreateIndex
CREATE INDEX "memory_use_text_hash_idx" ON "memory_use"("text_hash");

-- AddForeignKey
ALTER TABLE "memory_use" ADD CONSTRAINT "memory_use_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_use" ADD CONSTRAINT "memory_use_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "memory_segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_mark" ADD CONSTRAINT "memory_mark_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say ---------------------------------------------------------------------------------
-- What a machine wrote and nobody looked at makes the draft a machine's, and nothing else does.
UPDATE draft SET unchecked = ARRAY(SELECT key FROM jsonb_object_keys(document) AS key) WHERE origin = 'machine';
ALTER TABLE draft
  ADD CONSTRAINT machine_has_unchecked CHECK ((origin = 'machine') = (coalesce(cardinality(unchecked), 0) > 0));

-- The translation memory: sentences and whole texts of the source language that are in force, each form once. The words
-- themselves stay where they are; what is found is read from there, so that nothing comes from here that was changed or
-- withdrawn meanwhile. A worker fills it after a record was put in force: publishing does not wait for it.

-- Sentences of a text. A point ends one after a word of three letters and before a capital, not after "г." or "ул.".
CREATE FUNCTION text_sentences(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(btrim(one) ORDER BY n), '{}')
  FROM regexp_split_to_table(value,
    '(?<=[^\s]{3}[.!?…])\s+(?=[A-ZА-ЯЁ0-9«“„"(])|(?<=[。！？；])\s*|\s*\n\s*') WITH ORDINALITY AS s (one, n)
  WHERE btrim(one) <> ''
$$;

-- What makes two texts the same for a translator: not the case, the numbers, the marks around them.
CREATE FUNCTION memory_form(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(replace(lower(value), 'ё', 'е'), '\d+([.,]\d+)*', '0', 'g'), '\s+', ' ', 'g'),
    ' .,;:!?…。，；：！？«»"“”„()（）')
$$;

-- The whole text (position 0) and, where there are several, its sentences (from 1).
CREATE FUNCTION text_pieces(value text) RETURNS TABLE ("position" smallint, piece text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 0::smallint, btrim(value)
  UNION ALL
  SELECT n::smallint, one FROM unnest(text_sentences(value)) WITH ORDINALITY AS s (one, n)
  WHERE cardinality(text_sentences(value)) > 1
$$;

-- Pairs of neighbouring words by their beginnings (endings change in Russian), of neighbouring signs in Chinese; single words
-- too where there are hardly any. Texts that are alike share some. A trigram index over half a million sentences took
-- 340 to 1,300 ms for each sentence that it was asked for, these pairs take a few.
CREATE FUNCTION memory_grams(form text) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH word AS (
    SELECT left(w[1], 5) AS stem, n
    FROM regexp_matches(form, '[\u4e00-\u9fff]|[^\s\u4e00-\u9fff.,;:!?…。，；：！？«»“”„"()（）/–—-]+', 'g')
      WITH ORDINALITY AS m (w, n)
  ), gram AS (
    SELECT hashtext(stem || ' ' || lead(stem) OVER (ORDER BY n)) AS hash, n FROM word
    UNION ALL
    SELECT hashtext(stem), n FROM word WHERE (SELECT count(*) FROM word) <= 3
  )
  SELECT coalesce(array_agg(DISTINCT hash), '{}') FROM (SELECT hash FROM gram WHERE hash IS NOT NULL ORDER BY n LIMIT 64) g
$$;

-- Forms like the one asked for, the likest first. However many there are, so many are looked at: of those that share most
-- pairs, some hundreds for each pair.
CREATE FUNCTION similar_segments(wanted locale, asked text, most int)
  RETURNS TABLE (segment_id bigint, likeness real) LANGUAGE sql STABLE AS $$
  SELECT s.id, similarity(s.form, asked)
  FROM (
    SELECT c.segment_id FROM unnest(memory_grams(asked)) AS g (gram),
      LATERAL (SELECT m.segment_id FROM memory_gram m WHERE m.gram = g.gram LIMIT 300) c
    GROUP BY c.segment_id ORDER BY count(*) DESC, c.segment_id LIMIT 40
  ) near
  JOIN memory_segment s ON s.id = near.segment_id
  WHERE s.locale = wanted AND similarity(s.form, asked) >= 0.6
  ORDER BY 2 DESC, 1 LIMIT most
$$;

-- Source texts of records; whether they are public now is asked when they are looked for. `is_open`: any member of staff may see it, because the public pages show it to all:
-- neither people and companies, whose consent decides, nor what stands in the working version of a visit alone.
CREATE FUNCTION refill_memory(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM memory_use WHERE record_id = ANY (ids);
  WITH source AS MATERIALIZED (
    SELECT r.id AS record_id, r.id AS part_id, n.field, r.source_locale AS locale, n.value,
      r.kind NOT IN ('person', 'organisation') AND coalesce(o.visibility = 'public', true) AS is_open
    FROM record r
    JOIN record_text t ON t.record_id = r.id AND t.locale = r.source_locale
    CROSS JOIN LATERAL (VALUES ('name', t.name), ('summary', t.summary)) n (field, value)
    LEFT JOIN outcome o ON o.id = r.id
    WHERE r.id = ANY (ids) AND n.value IS NOT NULL
    UNION ALL
    SELECT r.id, p.part_id, p.field, r.source_locale, p.value,
      r.kind NOT IN ('person', 'organisation') AND p.kind NOT IN ('person', 'organisation', 'participant', 'meeting')
        AND p.field <> 'workingNote' AND coalesce(o.visibility = 'public', true) AND coalesce(i.visibility = 'public', true)
    FROM record r
    JOIN part_text p ON p.record_id = r.id AND p.locale = r.source_locale
    LEFT JOIN outcome o ON o.id = r.id
    LEFT JOIN programme_item i ON i.id = p.part_id
    WHERE r.id = ANY (ids)
  ), pieces AS MATERIALIZED (
    SELECT s.record_id, s.part_id, s.field, s.locale, s.is_open, p.position, f.form,
      md5(f.form)::uuid AS form_hash, md5(p.piece)::uuid AS text_hash
    FROM source s, LATERAL text_pieces(s.value) p, LATERAL (SELECT memory_form(p.piece) AS form) f
    WHERE length(f.form) >= 3
  ), added AS (
    INSERT INTO memory_segment (locale, form_hash, form)
    SELECT DISTINCT ON (locale, form_hash) locale, form_hash, form FROM pieces
    ON CONFLICT (locale, form_hash) DO NOTHING
    RETURNING id, locale, form_hash, form
  ), grams AS (
    INSERT INTO memory_gram (gram, segment_id) SELECT g, a.id FROM added a, unnest(memory_grams(a.form)) g
  ), known AS (
    SELECT id, locale, form_hash FROM added
    UNION ALL
    SELECT m.id, m.locale, m.form_hash FROM memory_segment m
    WHERE (m.locale, m.form_hash) IN (SELECT locale, form_hash FROM pieces)
  )
  INSERT INTO memory_use (record_id, part_id, field, position, segment_id, text_hash, is_open)
  SELECT p.record_id, p.part_id, p.field, p.position, k.id, p.text_hash, p.is_open
  FROM pieces p JOIN known k ON k.locale = p.locale AND k.form_hash = p.form_hash;
END $$;

-- Brings the memory up to date with what was put in force, some records at a time; one process at a time.
-- Returns how many records it read: 0 when nothing is left to do.
CREATE FUNCTION refill_memory_due(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(1802, 600) THEN
    RETURN 0;
  END IF;
  ids := ARRAY(
    SELECT r.id FROM record r LEFT JOIN memory_mark m ON m.record_id = r.id
    WHERE r.version > 0 AND r.kind <> 'media' AND m.version IS DISTINCT FROM r.version LIMIT most);
  IF cardinality(ids) = 0 THEN
    RETURN 0;
  END IF;
  PERFORM refill_memory(ids);
  INSERT INTO memory_mark (record_id, version) SELECT id, version FROM record WHERE id = ANY (ids)
  ON CONFLICT (record_id) DO UPDATE SET version = excluded.version;
  RETURN cardinality(ids);
END $$;

-- Forms that stand nowhere any more.
CREATE FUNCTION forget_segments() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  gone int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(1802, 600) THEN
    RETURN 0;
  END IF;
  WITH lost AS (
    DELETE FROM memory_segment s WHERE NOT EXISTS (SELECT 1 FROM memory_use u WHERE u.segment_id = s.id) RETURNING id, form
  ), grams AS (
    DELETE FROM memory_gram g USING (SELECT l.id, unnest(memory_grams(l.form)) AS gram FROM lost l) w
    WHERE g.gram = w.gram AND g.segment_id = w.id
  )
  SELECT count(*) INTO gone FROM lost;
  RETURN gone;
END $$;
