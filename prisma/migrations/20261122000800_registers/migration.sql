-- CreateEnum
CREATE TYPE "register_kind" AS ENUM ('site', 'lot', 'resident', 'translation');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('uploaded', 'checked', 'applied', 'undone');

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "kind" "register_kind" NOT NULL,
    "region_id" UUID,
    "locale" "locale" NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT,
    "header_row" INTEGER NOT NULL,
    "headers" TEXT[],
    "header_hash" BYTEA NOT NULL,
    "mapping" JSONB NOT NULL,
    "settings" JSONB NOT NULL,
    "counts" JSONB,
    "is_in_force" BOOLEAN NOT NULL DEFAULT false,
    "work" TEXT,
    "work_at" TIMESTAMPTZ(3),
    "trouble" TEXT,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "applied_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "verdict" TEXT,
    "record_id" UUID,
    "notices" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","number")
);

-- CreateTable
CREATE TABLE "import_change" (
    "batch_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "kind" "kind" NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "version_before" INTEGER NOT NULL,
    "version_after" INTEGER,
    "changes" JSONB NOT NULL,
    "row_numbers" INTEGER[],
    "rows_before" JSONB,
    "outcome" TEXT,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("batch_id","record_id")
);

-- CreateIndex
CREATE INDEX "import_batch_region_id_created_at_idx" ON "import_batch"("region_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_batch_sha256_idx" ON "import_batch"("sha256");

-- CreateIndex
CREATE INDEX "import_batch_header_hash_idx" ON "import_batch"("header_hash");

-- CreateIndex
CREATE INDEX "import_row_batch_id_verdict_idx" ON "import_row"("batch_id", "verdict");

-- CreateIndex
CREATE INDEX "import_change_record_id_idx" ON "import_change"("record_id");

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_applied_by_id_fkey" FOREIGN KEY ("applied_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say ---------------------------------------------------------------------------------
ALTER TABLE import_batch
  ADD CONSTRAINT import_hash_is_sha256 CHECK (octet_length(sha256) = 32 AND octet_length(header_hash) = 32),
  ADD CONSTRAINT import_applied_by_somebody CHECK ((applied_at IS NULL) = (applied_by_id IS NULL)),
  ADD CONSTRAINT import_state_has_its_time
    CHECK ((state IN ('applied', 'undone')) = (applied_at IS NOT NULL) AND (state = 'undone') = (undone_at IS NOT NULL));
ALTER TABLE import_row ADD CONSTRAINT verdict_known
  CHECK (verdict IN ('new', 'changed', 'unchanged', 'error', 'skipped'));
ALTER TABLE import_change ADD CONSTRAINT outcome_known CHECK (outcome IN ('undone', 'withdrawn', 'left'));

-- Many rows of one table from one list, which a statement per row would take minutes for. A row that is there already is
-- changed. All rows name the same columns; names come from the schema of the database alone.
CREATE FUNCTION put_rows(target regclass, rows jsonb, key text[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  names text;
  changed text;
  keys text;
  row_type text;
  done integer;
BEGIN
  IF jsonb_array_length(rows) = 0 THEN
    RETURN 0;
  END IF;
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
    string_agg(format('%1$I = excluded.%1$I', a.attname), ', ' ORDER BY a.attnum)
      FILTER (WHERE NOT a.attname::text = ANY (key))
    INTO names, changed
  FROM pg_attribute a
  WHERE a.attrelid = target AND a.attnum > 0 AND NOT a.attisdropped AND rows -> 0 ? a.attname::text;
  SELECT string_agg(quote_ident(one), ', ') INTO keys FROM unnest(key) AS one;
  -- With its schema: the table "record" shares its bare name with a type of PostgreSQL's own.
  SELECT format('%I.%I', n.nspname, c.relname) INTO row_type
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = target;
  EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM jsonb_populate_recordset(NULL::%s, $1) ON CONFLICT (%s) DO %s',
    target, names, names, row_type, keys, coalesce('UPDATE SET ' || changed, 'NOTHING'))
    USING rows;
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;

-- Rows of some owners as they are, all columns, to be put back as they were.
CREATE FUNCTION get_rows(target regclass, owner_column text, owners uuid[]) RETURNS TABLE (owner uuid, rows jsonb)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT t.%I, jsonb_agg(to_jsonb(t)) FROM %s t WHERE t.%I = ANY ($1) GROUP BY 1',
    owner_column, target, owner_column) USING owners;
END $$;

-- Takes away what some owners have beyond the rows that are named by their keys, "a|b" for keys of two columns.
CREATE FUNCTION drop_rows(target regclass, owner_column text, owners uuid[], key text[], kept text[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  name text;
  done integer;
BEGIN
  SELECT string_agg(format('t.%I::text', one), ' || ''|'' || ') INTO name FROM unnest(key) AS one;
  EXECUTE format('DELETE FROM %s t WHERE t.%I = ANY ($1) AND NOT (%s) = ANY ($2)', target, owner_column, name)
    USING owners, kept;
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done;
END $$;
