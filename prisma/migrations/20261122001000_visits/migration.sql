-- Running a visit: who receives, interprets and answers at each stop, what guests do not see of it; versions of the
-- programme, secret links, notices of changes, answers of guests, passport data, templates, holidays.

CREATE TYPE "travel_mode" AS ENUM ('walk', 'car', 'coach', 'train', 'plane', 'ship');
CREATE TYPE "item_field" AS ENUM ('place', 'address', 'text', 'host', 'interpreter', 'contact', 'document');
CREATE TYPE "audience" AS ENUM ('guests', 'hosts', 'working_group', 'press');

ALTER TABLE "visit" ADD COLUMN "pass_data_days" SMALLINT NOT NULL DEFAULT 14;
ALTER TABLE "outcome" ADD COLUMN "has_no_follow_up" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "programme_item"
  ADD COLUMN "host_id" UUID,
  ADD COLUMN "interpreter_id" UUID,
  ADD COLUMN "contact_id" UUID,
  ADD COLUMN "contact_phone" TEXT,
  ADD COLUMN "contact_wechat" TEXT,
  ADD COLUMN "travel_mode" "travel_mode",
  ADD COLUMN "lat" DOUBLE PRECISION,
  ADD COLUMN "lon" DOUBLE PRECISION,
  ADD COLUMN "needs_pass" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "document_id" UUID,
  ADD COLUMN "hidden_fields" "item_field"[];
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_interpreter_id_fkey" FOREIGN KEY ("interpreter_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "meeting" ADD COLUMN "participant_id" UUID;
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "programme_version" (
    "record_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "document" JSONB NOT NULL,
    "note" TEXT,
    "author_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_version_pkey" PRIMARY KEY ("record_id","number")
);
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "share_link" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "audience" "audience" NOT NULL,
    "locale" "locale",
    "participant_id" UUID,
    "label" TEXT,
    "token_hash" BYTEA NOT NULL,
    "code_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "opened_count" INTEGER NOT NULL DEFAULT 0,
    "last_opened_on" DATE,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");
CREATE INDEX "share_link_record_id_idx" ON "share_link"("record_id");
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "programme_watcher" (
    "id" UUID NOT NULL,
    "share_link_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" "locale" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "notified_version" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_watcher_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "programme_watcher_token_hash_key" ON "programme_watcher"("token_hash");
CREATE UNIQUE INDEX "programme_watcher_share_link_id_email_key" ON "programme_watcher"("share_link_id", "email");
ALTER TABLE "programme_watcher" ADD CONSTRAINT "programme_watcher_share_link_id_fkey" FOREIGN KEY ("share_link_id") REFERENCES "share_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "visit_answer" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "share_link_id" UUID,
    "locale" "locale" NOT NULL,
    "score" SMALLINT NOT NULL,
    "useful" TEXT,
    "missing" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_answer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "visit_answer_record_id_idx" ON "visit_answer"("record_id");
ALTER TABLE "visit_answer" ADD CONSTRAINT "visit_answer_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "visit_answer" ADD CONSTRAINT "visit_answer_share_link_id_fkey" FOREIGN KEY ("share_link_id") REFERENCES "share_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "pass_detail" (
    "record_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "cipher_text" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "delete_after" DATE NOT NULL,

    CONSTRAINT "pass_detail_pkey" PRIMARY KEY ("record_id","participant_id")
);
CREATE INDEX "pass_detail_delete_after_idx" ON "pass_detail"("delete_after");
ALTER TABLE "pass_detail" ADD CONSTRAINT "pass_detail_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "programme_template" (
    "id" UUID NOT NULL,
    "region_id" UUID,
    "name" TEXT NOT NULL,
    "sector" "sector",
    "items" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_template_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "programme_template_region_id_idx" ON "programme_template"("region_id");
ALTER TABLE "programme_template" ADD CONSTRAINT "programme_template_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "programme_template" ADD CONSTRAINT "programme_template_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "holiday" (
    "country" "side" NOT NULL,
    "day" DATE NOT NULL,
    "is_workday" BOOLEAN NOT NULL DEFAULT false,
    "names" JSONB NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("country","day")
);

-- What Prisma's language cannot say ---------------------------------------------------------------------------------
ALTER TABLE visit ADD CONSTRAINT pass_data_days_in_range CHECK (pass_data_days BETWEEN 0 AND 90);
ALTER TABLE programme_item ADD CONSTRAINT item_coordinates CHECK (num_nonnulls(lat, lon) IN (0, 2)
  AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180);
ALTER TABLE programme_version ADD CONSTRAINT version_number_positive CHECK (number > 0);
ALTER TABLE share_link ADD CONSTRAINT token_is_hash CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT link_expires CHECK (expires_at > created_at),
  ADD CONSTRAINT opened_count_not_negative CHECK (opened_count >= 0);
ALTER TABLE programme_watcher ADD CONSTRAINT watcher_token_is_hash CHECK (octet_length(token_hash) = 32);
ALTER TABLE visit_answer ADD CONSTRAINT answer_score CHECK (score BETWEEN 1 AND 5);

-- A programme that was sent out is never changed, and goes only together with its visit.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON programme_version
  FOR EACH ROW EXECUTE FUNCTION is_append_only('with owner');

-- Days off by law. The days that governments move each year are entered by the operator.
INSERT INTO holiday (country, day, names, source)
SELECT 'ru', make_date(y, m, d), jsonb_build_object('ru', ru, 'zh', zh, 'en', en), 'ТК РФ, ст. 112'
FROM generate_series(2026, 2030) AS y, (VALUES
  (1, 1, 'Новогодние каникулы', '新年假期', 'New Year holidays'), (1, 2, 'Новогодние каникулы', '新年假期', 'New Year holidays'),
  (1, 3, 'Новогодние каникулы', '新年假期', 'New Year holidays'), (1, 4, 'Новогодние каникулы', '新年假期', 'New Year holidays'),
  (1, 5, 'Новогодние каникулы', '新年假期', 'New Year holidays'), (1, 6, 'Новогодние каникулы', '新年假期', 'New Year holidays'),
  (1, 7, 'Рождество Христово', '东正教圣诞节', 'Orthodox Christmas'), (1, 8, 'Новогодние каникулы', '新年假期', 'New Year holidays'),
  (2, 23, 'День защитника Отечества', '祖国保卫者日', 'Defender of the Fatherland Day'),
  (3, 8, 'Международный женский день', '国际妇女节', 'International Women’s Day'),
  (5, 1, 'Праздник Весны и Труда', '春天与劳动节', 'Spring and Labour Day'), (5, 9, 'День Победы', '胜利日', 'Victory Day'),
  (6, 12, 'День России', '俄罗斯日', 'Russia Day'), (11, 4, 'День народного единства', '民族团结日', 'National Unity Day')
) AS days (m, d, ru, zh, en);
INSERT INTO holiday (country, day, names, source)
SELECT 'cn', make_date(y, m, d), jsonb_build_object('ru', ru, 'zh', zh, 'en', en), '全国年节及纪念日放假办法'
FROM generate_series(2026, 2030) AS y, (VALUES
  (1, 1, 'Новый год', '元旦', 'New Year’s Day'),
  (5, 1, 'День труда', '劳动节', 'Labour Day'), (5, 2, 'День труда', '劳动节', 'Labour Day'),
  (10, 1, 'День образования КНР', '国庆节', 'National Day'), (10, 2, 'День образования КНР', '国庆节', 'National Day'),
  (10, 3, 'День образования КНР', '国庆节', 'National Day')
) AS days (m, d, ru, zh, en);
-- Of the lunar and solar calendar: dates of two years, each one day by itself.
INSERT INTO holiday (country, day, names, source)
SELECT 'cn', day::date, jsonb_build_object('ru', ru, 'zh', zh, 'en', en), '全国年节及纪念日放假办法'
FROM (VALUES
  ('2026-02-16', 'Праздник Весны', '春节（除夕）', 'Spring Festival Eve'), ('2026-02-17', 'Праздник Весны', '春节', 'Spring Festival'),
  ('2026-02-18', 'Праздник Весны', '春节', 'Spring Festival'), ('2026-02-19', 'Праздник Весны', '春节', 'Spring Festival'),
  ('2026-04-05', 'Цинмин', '清明节', 'Qingming Festival'), ('2026-06-19', 'Праздник драконьих лодок', '端午节', 'Dragon Boat Festival'),
  ('2026-09-25', 'Праздник середины осени', '中秋节', 'Mid-Autumn Festival'),
  ('2027-02-05', 'Праздник Весны', '春节（除夕）', 'Spring Festival Eve'), ('2027-02-06', 'Праздник Весны', '春节', 'Spring Festival'),
  ('2027-02-07', 'Праздник Весны', '春节', 'Spring Festival'), ('2027-02-08', 'Праздник Весны', '春节', 'Spring Festival'),
  ('2027-04-05', 'Цинмин', '清明节', 'Qingming Festival'), ('2027-06-09', 'Праздник драконьих лодок', '端午节', 'Dragon Boat Festival'),
  ('2027-09-15', 'Праздник середины осени', '中秋节', 'Mid-Autumn Festival')
) AS days (day, ru, zh, en);
