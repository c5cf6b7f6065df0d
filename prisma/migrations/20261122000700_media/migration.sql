-- The media library: files on their way in, addresses of replaced files, terms of use.

-- CreateEnum
CREATE TYPE "media_licence" AS ENUM ('own', 'by_permission', 'cc_by', 'cc_by_sa', 'cc0', 'public_domain');
CREATE TYPE "upload_state" AS ENUM ('receiving', 'waiting', 'ready', 'duplicate', 'refused');

-- AlterTable: no asset was there before this library.
ALTER TABLE "media_asset" DROP CONSTRAINT "focal_point";
ALTER TABLE "media_asset"
    DROP COLUMN "focal_x", DROP COLUMN "focal_y", DROP COLUMN "licence", DROP COLUMN "credit";
ALTER TABLE "media_asset"
    ADD COLUMN "ready_at" TIMESTAMPTZ(3),
    ADD COLUMN "focal_x" SMALLINT NOT NULL DEFAULT 50,
    ADD COLUMN "focal_y" SMALLINT NOT NULL DEFAULT 50,
    ADD COLUMN "licence" "media_licence";
CREATE INDEX "media_asset_sha256_idx" ON "media_asset"("sha256");

-- CreateTable
CREATE TABLE "media_former_key" (
    "storage_key" TEXT NOT NULL,
    "asset_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_former_key_pkey" PRIMARY KEY ("storage_key")
);
CREATE INDEX "media_former_key_asset_id_idx" ON "media_former_key"("asset_id");
ALTER TABLE "media_former_key" ADD CONSTRAINT "media_former_key_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "region_id" UUID,
    "file_name" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "state" "upload_state" NOT NULL DEFAULT 'receiving',
    "reason" TEXT,
    "asset_id" UUID,
    "replaces" BOOLEAN NOT NULL DEFAULT false,
    "mime_type" TEXT,
    "sha256" BYTEA,
    "storage_key" TEXT,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "upload_storage_key_key" ON "upload"("storage_key");
CREATE INDEX "upload_staff_id_batch_id_idx" ON "upload"("staff_id", "batch_id");
CREATE INDEX "upload_asset_id_idx" ON "upload"("asset_id");
CREATE INDEX "upload_updated_at_idx" ON "upload"("updated_at");
ALTER TABLE "upload" ADD CONSTRAINT "upload_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "upload" ADD CONSTRAINT "upload_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's language cannot say ---------------------------------------------------------------------------------
ALTER TABLE media_asset
  ADD CONSTRAINT focal_point CHECK (focal_x BETWEEN 0 AND 100 AND focal_y BETWEEN 0 AND 100),
  ADD CONSTRAINT ready_image_has_sizes CHECK (
    ready_at IS NULL OR kind <> 'image' OR (width > 0 AND height > 0 AND cardinality(variants) > 0)),
  ADD CONSTRAINT storage_key_is_ours CHECK (storage_key ~ '^[a-z0-9]{26}$');
ALTER TABLE upload
  ADD CONSTRAINT upload_size CHECK (byte_size > 0),
  ADD CONSTRAINT refusal_has_reason CHECK ((state = 'refused') = (reason IS NOT NULL)),
  ADD CONSTRAINT waiting_has_file CHECK (
    state <> 'waiting' OR (asset_id IS NOT NULL AND storage_key IS NOT NULL AND sha256 IS NOT NULL));

-- The next to be prepared. Partial on purpose: Prisma leaves partial indexes alone.
CREATE INDEX upload_waiting ON upload (created_at) WHERE state = 'waiting';

-- What a picture shows is its name in each language: one text, which no language can be published without.
DELETE FROM text_field WHERE kind = 'media' AND field = 'alt';
