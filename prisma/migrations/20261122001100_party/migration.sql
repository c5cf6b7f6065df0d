-- Lists of delegations between their upload and their taking effect: the whole table encrypted, because it may hold passport
-- data. Gone when it took effect, and after a day in any case.
CREATE TABLE "delegation_list" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "side" "side" NOT NULL,
    "cipher_text" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delegation_list_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "delegation_list_record_id_idx" ON "delegation_list"("record_id");
ALTER TABLE "delegation_list" ADD CONSTRAINT "delegation_list_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "delegation_list" ADD CONSTRAINT "delegation_list_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
