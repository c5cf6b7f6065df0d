-- Mails to those who follow a visit by a secret link. They wait here, so that none is lost or sent for nothing when the
-- mail server is away or a worker is killed.

CREATE TYPE "notice_kind" AS ENUM ('confirm', 'change', 'thanks');

ALTER TABLE "programme_watcher" ADD COLUMN "thanked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "programme_notice" (
    "id" UUID NOT NULL,
    "watcher_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "from_version" SMALLINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_notice_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "programme_notice_watcher_id_kind_key" ON "programme_notice"("watcher_id", "kind");
CREATE INDEX "programme_notice_due_at_idx" ON "programme_notice"("due_at");
ALTER TABLE "programme_notice" ADD CONSTRAINT "programme_notice_watcher_id_fkey" FOREIGN KEY ("watcher_id") REFERENCES "programme_watcher"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say ---------------------------------------------------------------------------------
ALTER TABLE programme_notice ADD CONSTRAINT change_has_version CHECK ((kind = 'change') = (from_version IS NOT NULL));
