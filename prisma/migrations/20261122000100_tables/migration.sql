-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "locale" AS ENUM ('ru', 'zh', 'en');

-- CreateEnum
CREATE TYPE "country" AS ENUM ('ru', 'cn', 'hk', 'mo', 'by', 'other');

-- CreateEnum
CREATE TYPE "side" AS ENUM ('ru', 'cn');

-- CreateEnum
CREATE TYPE "kind" AS ENUM ('region', 'site', 'organisation', 'person', 'visit', 'outcome', 'event', 'project', 'place', 'tie', 'measure', 'regime', 'crossing', 'opportunity', 'media', 'strength', 'indicator', 'contact', 'lot', 'utility', 'transport', 'stage', 'service', 'legal_flag', 'tax_rule', 'regime_limit', 'visit_place', 'participant', 'programme_item', 'meeting', 'outcome_step');

-- CreateEnum
CREATE TYPE "publication_state" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'week', 'month', 'quarter', 'half', 'year');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('about', 'almost', 'more_than', 'less_than', 'estimate', 'forecast', 'target');

-- CreateEnum
CREATE TYPE "sector" AS ENUM ('quartz_and_optics', 'mining', 'oil_and_gas', 'petrochemicals', 'timber', 'food_processing', 'agriculture', 'machinery', 'construction_machinery', 'construction_materials', 'electronics', 'microelectronics', 'lasers_and_photonics', 'medical_devices', 'pharmaceuticals', 'biotech', 'it_and_robotics', 'automotive', 'rail_engineering', 'aviation', 'logistics', 'trade', 'tourism', 'light_industry', 'energy', 'chemicals', 'metallurgy', 'furniture', 'shipbuilding', 'fisheries', 'packaging');

-- CreateEnum
CREATE TYPE "currency" AS ENUM ('rub', 'cny', 'usd');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('forum', 'exhibition', 'ceremony', 'signing');

-- CreateEnum
CREATE TYPE "project_stage" AS ENUM ('negotiation', 'announced', 'construction', 'operating');

-- CreateEnum
CREATE TYPE "opportunity_kind" AS ENUM ('niche', 'demand');

-- CreateEnum
CREATE TYPE "media_kind" AS ENUM ('image', 'document');

-- CreateEnum
CREATE TYPE "media_role" AS ENUM ('cover', 'gallery', 'document', 'evidence');

-- CreateEnum
CREATE TYPE "consent_level" AS ENUM ('counted', 'sector', 'named');

-- CreateEnum
CREATE TYPE "consent_basis" AS ENUM ('public_reporting', 'agreed', 'own_body');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('company', 'government', 'agency', 'association', 'university', 'park_operator', 'media');

-- CreateEnum
CREATE TYPE "outcome_kind" AS ENUM ('memorandum', 'agreement', 'joint_venture', 'joint_rnd', 'technology_transfer', 'supply', 'preliminary', 'negotiation', 'intent', 'invitation', 'service_promise', 'twin_relation', 'announcement');

-- CreateEnum
CREATE TYPE "outcome_stage" AS ENUM ('announced', 'agreed', 'signed', 'in_work', 'launched', 'kept', 'discontinued');

-- CreateEnum
CREATE TYPE "tax" AS ENUM ('profit', 'property', 'land', 'transport', 'insurance', 'vat', 'customs');

-- CreateEnum
CREATE TYPE "measure_scope" AS ENUM ('federal', 'regional');

-- CreateEnum
CREATE TYPE "crossing_kind" AS ENUM ('road', 'road_bridge', 'rail', 'rail_bridge', 'road_and_rail', 'river', 'river_and_pontoon');

-- CreateEnum
CREATE TYPE "crossing_status" AS ENUM ('operating', 'seasonal', 'under_construction', 'planned', 'closed');

-- CreateEnum
CREATE TYPE "unit" AS ENUM ('people', 'million_people', 'companies', 'sites', 'projects', 'jobs', 'percent', 'times', 'rank', 'ha', 'm2', 'million_m2', 'tonnes', 'million_tonnes', 'billion_rub', 'trillion_rub', 'billion_usd', 'billion_usd_ppp', 'billion_cny');

-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('agency', 'named');

-- CreateEnum
CREATE TYPE "place_kind" AS ENUM ('province', 'city', 'municipality');

-- CreateEnum
CREATE TYPE "tie_relation" AS ENUM ('sister', 'proposed_sister', 'partner');

-- CreateEnum
CREATE TYPE "seed_difference_reason" AS ENUM ('edited', 'removed');

-- CreateEnum
CREATE TYPE "site_kind" AS ENUM ('sez_industrial', 'sez_technology', 'sez_tourism', 'sez_port', 'asez', 'international_asez', 'free_port', 'industrial_park', 'technopark', 'industrial_coworking', 'trade_park', 'bonded_zone', 'facility');

-- CreateEnum
CREATE TYPE "site_status" AS ENUM ('operating', 'under_construction', 'planned');

-- CreateEnum
CREATE TYPE "coordinate_precision" AS ENUM ('exact', 'site', 'locality');

-- CreateEnum
CREATE TYPE "lot_kind" AS ENUM ('land', 'building', 'unit');

-- CreateEnum
CREATE TYPE "lot_status" AS ENUM ('available', 'partly_reserved', 'reserved', 'taken', 'unknown');

-- CreateEnum
CREATE TYPE "price_per" AS ENUM ('m2_year', 'm2_month', 'ha', 'total');

-- CreateEnum
CREATE TYPE "vat" AS ENUM ('included', 'excluded', 'exempt', 'unknown');

-- CreateEnum
CREATE TYPE "utility_kind" AS ENUM ('electricity', 'gas', 'water', 'sewage', 'heat', 'internet', 'rail_siding');

-- CreateEnum
CREATE TYPE "utility_unit" AS ENUM ('mw', 'm3_per_hour', 'm3_per_day', 'gcal_per_hour', 'mbit_per_s', 'wagons_per_day');

-- CreateEnum
CREATE TYPE "availability" AS ENUM ('now', 'from_date', 'on_request', 'not_available', 'unknown');

-- CreateEnum
CREATE TYPE "transport_mode" AS ENUM ('road', 'rail', 'airport', 'seaport', 'border_crossing', 'river_port');

-- CreateEnum
CREATE TYPE "stage_status" AS ENUM ('done', 'planned', 'delayed');

-- CreateEnum
CREATE TYPE "service_key" AS ENUM ('meeting_rooms', 'customs_post', 'customs_control_zone', 'customs_clearance', 'bonded_warehouse', 'repair_centre', 'chinese_speaking_staff', 'logistics', 'one_stop_shop', 'ready_built_units', 'coworking');

-- CreateEnum
CREATE TYPE "service_status" AS ENUM ('available', 'planned');

-- CreateEnum
CREATE TYPE "legal_flag_key" AS ENUM ('foreign_ownership', 'lease_only', 'border_territory', 'strategic_sector', 'subsoil', 'closed_city');

-- CreateEnum
CREATE TYPE "three_valued" AS ENUM ('yes', 'no', 'unknown');

-- CreateEnum
CREATE TYPE "text_origin" AS ENUM ('person', 'machine');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "capacity" AS ENUM ('head', 'member', 'host', 'intermediary', 'interpreter', 'organizer');

-- CreateEnum
CREATE TYPE "item_kind" AS ENUM ('talks', 'site_tour', 'plant_tour', 'technology_show', 'signing', 'culture', 'protocol', 'transfer', 'meal', 'other');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('public', 'guest', 'working');

-- CreateEnum
CREATE TYPE "meeting_level" AS ENUM ('national', 'provincial', 'municipal', 'state_company', 'private_company');

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "kind" "kind" NOT NULL,
    "slug" TEXT,
    "region_id" UUID,
    "sectors" "sector"[],
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "source_locale" "locale" NOT NULL DEFAULT 'ru',
    "version" INTEGER NOT NULL DEFAULT 0,
    "published_at" TIMESTAMPTZ(3),
    "publish_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "seed_hash" TEXT,
    "seed_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "part" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "kind" "kind" NOT NULL,

    CONSTRAINT "part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slug_redirect" (
    "kind" "kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slug_redirect_pkey" PRIMARY KEY ("kind","slug")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "currency" "currency" NOT NULL,
    "on_date" DATE NOT NULL,
    "rub" DECIMAL(14,6) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("currency","on_date")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "kind" "event_kind" NOT NULL,
    "country" "country" NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "date_precision" "date_precision" NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "stage" "project_stage" NOT NULL,
    "investor_id" UUID,
    "site_id" UUID,
    "investment_amount" DECIMAL(18,2),
    "investment_currency" "currency",
    "jobs" INTEGER,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opportunity" (
    "id" UUID NOT NULL,
    "kind" "opportunity_kind" NOT NULL,
    "hs_code" TEXT,
    "volume" DECIMAL(18,4),
    "volume_unit" "unit",
    "valid_to" DATE,

    CONSTRAINT "opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opportunity_site" (
    "opportunity_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "opportunity_site_pkey" PRIMARY KEY ("opportunity_id","site_id")
);

-- CreateTable
CREATE TABLE "media_asset" (
    "id" UUID NOT NULL,
    "kind" "media_kind" NOT NULL,
    "file_name" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "storage_key" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "variants" INTEGER[],
    "focal_x" DOUBLE PRECISION,
    "focal_y" DOUBLE PRECISION,
    "licence" TEXT,
    "credit" TEXT,

    CONSTRAINT "media_asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_use" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "role" "media_role" NOT NULL,
    "position" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "media_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "country" "country" NOT NULL,
    "place_id" UUID,
    "website" TEXT,
    "phone" TEXT,
    "founded_year" SMALLINT,
    "tax_number" TEXT,
    "consent_level" "consent_level" NOT NULL DEFAULT 'counted',

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "consent_level" "consent_level" NOT NULL DEFAULT 'counted',
    "is_hanzi_confirmed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "level" "consent_level" NOT NULL,
    "basis" "consent_basis" NOT NULL,
    "evidence" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "id" UUID NOT NULL,
    "visit_id" UUID,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "kind" "outcome_kind" NOT NULL,
    "stage" "outcome_stage" NOT NULL DEFAULT 'announced',
    "visibility" "visibility" NOT NULL DEFAULT 'working',
    "document_count" SMALLINT,
    "site_id" UUID,
    "regime_id" UUID,
    "event_id" UUID,
    "due_on" DATE,
    "due_precision" "date_precision",
    "valid_to" DATE,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_party" (
    "outcome_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "outcome_party_pkey" PRIMARY KEY ("outcome_id","organisation_id")
);

-- CreateTable
CREATE TABLE "outcome_owner" (
    "outcome_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "post" TEXT,

    CONSTRAINT "outcome_owner_pkey" PRIMARY KEY ("outcome_id","side")
);

-- CreateTable
CREATE TABLE "outcome_step" (
    "id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "from_stage" "outcome_stage",
    "to_stage" "outcome_stage" NOT NULL,
    "due_on" DATE,
    "happened_on" DATE,
    "happened_precision" "date_precision",
    "reason" TEXT,
    "source_id" UUID,
    "asset_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regime" (
    "id" UUID NOT NULL,
    "min_investment_rub" DECIMAL(18,2),

    CONSTRAINT "regime_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tax_rule" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "tax" "tax" NOT NULL,
    "rate_percent" DECIMAL(7,4),
    "is_ceiling" BOOLEAN,
    "years" SMALLINT,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "tax_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regime_limit" (
    "id" UUID NOT NULL,
    "regime_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "regime_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" UUID NOT NULL,
    "scope" "measure_scope" NOT NULL,
    "regime_id" UUID,
    "phone" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crossing" (
    "id" UUID NOT NULL,
    "kind" "crossing_kind" NOT NULL,
    "status" "crossing_status" NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "coordinate_precision" "coordinate_precision",

    CONSTRAINT "crossing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "iso_code" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "area_km2" DECIMAL(12,2),
    "population" INTEGER,
    "grp_rub" DECIMAL(20,2),
    "grp_year" SMALLINT,
    "bbox_west" DOUBLE PRECISION,
    "bbox_south" DOUBLE PRECISION,
    "bbox_east" DOUBLE PRECISION,
    "bbox_north" DOUBLE PRECISION,
    "hue" SMALLINT NOT NULL DEFAULT 220,
    "motif" TEXT NOT NULL DEFAULT 'plain',
    "consultation_days" SMALLINT NOT NULL DEFAULT 5,
    "help_days" SMALLINT NOT NULL DEFAULT 10,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strength" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "strength_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "unit" "unit" NOT NULL,
    "qualifier" "qualifier",
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "period_precision" "date_precision" NOT NULL,
    "comparison_value" DECIMAL(20,4),
    "comparison_from" DATE,
    "comparison_to" DATE,
    "comparison_precision" "date_precision",
    "comparison_qualifier" "qualifier",

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "kind" "contact_kind" NOT NULL DEFAULT 'named',
    "position" SMALLINT NOT NULL DEFAULT 0,
    "person_id" UUID,
    "url" TEXT,
    "portal_url" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "wechat_id" TEXT,
    "languages" "locale"[],

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "kind" "place_kind" NOT NULL,
    "country" "country" NOT NULL,
    "parent_id" UUID,
    "time_zone" TEXT,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tie" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "relation" "tie_relation" NOT NULL,
    "since_year" SMALLINT,

    CONSTRAINT "tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seed_difference" (
    "subject" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "record_id" UUID,
    "reason" "seed_difference_reason" NOT NULL,
    "document" JSONB,
    "seed_hash" TEXT,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seed_difference_pkey" PRIMARY KEY ("subject","slug")
);

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "kind" "site_kind" NOT NULL,
    "status" "site_status" NOT NULL,
    "country" "country" NOT NULL DEFAULT 'ru',
    "place_id" UUID,
    "parent_id" UUID,
    "regime_id" UUID,
    "incentives_from_id" UUID,
    "operator_id" UUID,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "coordinate_precision" "coordinate_precision",
    "total_area_ha" DECIMAL(14,4),
    "available_area_ha" DECIMAL(14,4),
    "premises_m2" DECIMAL(14,2),
    "available_premises_m2" DECIMAL(14,2),
    "established_year" SMALLINT,
    "phone" TEXT,
    "website" TEXT,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lot" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "lot_kind" NOT NULL,
    "status" "lot_status" NOT NULL DEFAULT 'unknown',
    "area_ha" DECIMAL(14,4),
    "area_m2" DECIMAL(14,2),
    "reserved_percent" DECIMAL(5,2),
    "price_amount" DECIMAL(18,2),
    "price_currency" "currency",
    "price_per" "price_per",
    "price_vat" "vat",
    "cadastral_number" TEXT,
    "available_from" DATE,
    "available_precision" "date_precision",

    CONSTRAINT "lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_utility" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "kind" "utility_kind" NOT NULL,
    "availability" "availability" NOT NULL DEFAULT 'unknown',
    "available_from" DATE,
    "available_precision" "date_precision",
    "unit" "utility_unit" NOT NULL,
    "total_capacity" DECIMAL(14,4),
    "free_capacity" DECIMAL(14,4),
    "connection_days" INTEGER,
    "tariff_amount" DECIMAL(14,4),
    "tariff_currency" "currency",
    "tariff_vat" "vat",

    CONSTRAINT "site_utility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transport_link" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "mode" "transport_mode" NOT NULL,
    "distance_km" DECIMAL(8,2) NOT NULL,
    "crossing_id" UUID,

    CONSTRAINT "transport_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_stage" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "status" "stage_status" NOT NULL,
    "ready_on" DATE NOT NULL,
    "ready_precision" "date_precision" NOT NULL,
    "area_ha" DECIMAL(14,4),
    "premises_m2" DECIMAL(14,2),

    CONSTRAINT "site_stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_service" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "key" "service_key" NOT NULL,
    "position" SMALLINT NOT NULL,
    "status" "service_status" NOT NULL,

    CONSTRAINT "site_service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_flag" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "flag" "legal_flag_key" NOT NULL,
    "position" SMALLINT NOT NULL,
    "value" "three_valued" NOT NULL,

    CONSTRAINT "legal_flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "residency" (
    "site_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "residency_pkey" PRIMARY KEY ("site_id","organisation_id")
);

-- CreateTable
CREATE TABLE "site_filter" (
    "site_id" UUID NOT NULL,
    "region_id" UUID,
    "kind" "site_kind" NOT NULL,
    "status" "site_status" NOT NULL,
    "country" "country" NOT NULL,
    "regime_id" UUID,
    "parent_id" UUID,
    "sectors" "sector"[],
    "total_area_ha" DOUBLE PRECISION,
    "free_area_ha" DOUBLE PRECISION,
    "power_mw" DOUBLE PRECISION,
    "gas_m3_per_hour" DOUBLE PRECISION,
    "has_rail" BOOLEAN,
    "has_ready_units" BOOLEAN,
    "foreign_ownership" "three_valued" NOT NULL DEFAULT 'unknown',
    "airport_km" DOUBLE PRECISION,
    "rail_km" DOUBLE PRECISION,
    "crossing_km" DOUBLE PRECISION,
    "rent_rub_per_m2_year" DOUBLE PRECISION,
    "review_by" DATE,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_filter_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "region_id" UUID,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "published_on" DATE,
    "seed_file" TEXT,
    "supports" TEXT NOT NULL,
    "archived_url" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "is_alive" BOOLEAN,
    "seed_hash" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "kind" "kind" NOT NULL,
    "field" TEXT NOT NULL DEFAULT 'all',
    "qualifier" "qualifier",
    "value_to" DECIMAL(20,4),
    "as_of" DATE,
    "as_of_precision" "date_precision",
    "review_by" DATE,
    "review_precision" "date_precision",

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "fact_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "agrees" BOOLEAN NOT NULL DEFAULT true,
    "says_value" DECIMAL(20,4),
    "says" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("fact_id","source_id")
);

-- CreateTable
CREATE TABLE "record_text" (
    "record_id" UUID NOT NULL,
    "locale" "locale" NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "origin" "text_origin" NOT NULL DEFAULT 'person',
    "version" INTEGER NOT NULL DEFAULT 1,
    "source_version" INTEGER,
    "published_at" TIMESTAMPTZ(3),
    "publish_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_text_pkey" PRIMARY KEY ("record_id","locale")
);

-- CreateTable
CREATE TABLE "part_text" (
    "part_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "locale" "locale" NOT NULL,
    "record_id" UUID NOT NULL,
    "kind" "kind" NOT NULL,
    "value" TEXT NOT NULL,
    "origin" "text_origin" NOT NULL DEFAULT 'person',
    "version" INTEGER NOT NULL DEFAULT 1,
    "source_version" INTEGER,

    CONSTRAINT "part_text_pkey" PRIMARY KEY ("part_id","field","locale")
);

-- CreateTable
CREATE TABLE "text_field" (
    "kind" "kind" NOT NULL,
    "field" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "max_length" INTEGER NOT NULL DEFAULT 400,

    CONSTRAINT "text_field_pkey" PRIMARY KEY ("kind","field")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "direction" "direction" NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "date_precision" "date_precision" NOT NULL,
    "duration_days" SMALLINT,
    "meetings_count" SMALLINT,
    "has_public_names" BOOLEAN NOT NULL DEFAULT false,
    "organizer_id" UUID,
    "head_id" UUID,
    "continues_id" UUID,
    "reply_to_id" UUID,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_place" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "country" "country" NOT NULL,
    "place_id" UUID,
    "region_id" UUID,
    "time_zone" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,

    CONSTRAINT "visit_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "side" "side" NOT NULL,
    "capacity" "capacity" NOT NULL DEFAULT 'member',
    "person_id" UUID,
    "organisation_id" UUID,
    "headcount" SMALLINT,
    "headcount_qualifier" "qualifier",
    "consent_level" "consent_level" NOT NULL DEFAULT 'named',

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_item" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "kind" "item_kind" NOT NULL DEFAULT 'other',
    "visibility" "visibility" NOT NULL DEFAULT 'working',
    "day_on" DATE,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "time_zone" TEXT,
    "site_id" UUID,
    "organisation_id" UUID,
    "event_id" UUID,
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "programme_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "item_id" UUID,
    "organisation_id" UUID,
    "interpreter_id" UUID,
    "level" "meeting_level",
    "room" TEXT,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_event" (
    "visit_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "visit_event_pkey" PRIMARY KEY ("visit_id","event_id")
);

-- CreateIndex
CREATE INDEX "record_region_id_kind_state_idx" ON "record"("region_id", "kind", "state");

-- CreateIndex
CREATE INDEX "record_kind_state_published_at_idx" ON "record"("kind", "state", "published_at" DESC);

-- CreateIndex
CREATE INDEX "record_sectors_idx" ON "record" USING GIN ("sectors");

-- CreateIndex
CREATE UNIQUE INDEX "record_kind_slug_key" ON "record"("kind", "slug");

-- CreateIndex
CREATE INDEX "part_record_id_idx" ON "part"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "part_id_record_id_kind_key" ON "part"("id", "record_id", "kind");

-- CreateIndex
CREATE INDEX "slug_redirect_record_id_idx" ON "slug_redirect"("record_id");

-- CreateIndex
CREATE INDEX "event_starts_on_idx" ON "event"("starts_on");

-- CreateIndex
CREATE INDEX "project_site_id_idx" ON "project"("site_id");

-- CreateIndex
CREATE INDEX "project_investor_id_idx" ON "project"("investor_id");

-- CreateIndex
CREATE INDEX "opportunity_site_site_id_idx" ON "opportunity_site"("site_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_asset_storage_key_key" ON "media_asset"("storage_key");

-- CreateIndex
CREATE INDEX "media_use_asset_id_idx" ON "media_use"("asset_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_use_record_id_asset_id_role_key" ON "media_use"("record_id", "asset_id", "role");

-- CreateIndex
CREATE INDEX "person_organisation_id_idx" ON "person"("organisation_id");

-- CreateIndex
CREATE INDEX "consent_person_id_created_at_idx" ON "consent"("person_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "consent_organisation_id_created_at_idx" ON "consent"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "outcome_visit_id_position_idx" ON "outcome"("visit_id", "position");

-- CreateIndex
CREATE INDEX "outcome_site_id_idx" ON "outcome"("site_id");

-- CreateIndex
CREATE INDEX "outcome_stage_due_on_idx" ON "outcome"("stage", "due_on");

-- CreateIndex
CREATE INDEX "outcome_party_organisation_id_idx" ON "outcome_party"("organisation_id");

-- CreateIndex
CREATE INDEX "outcome_step_outcome_id_created_at_idx" ON "outcome_step"("outcome_id", "created_at");

-- CreateIndex
CREATE INDEX "tax_rule_record_id_tax_valid_from_idx" ON "tax_rule"("record_id", "tax", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "tax_rule_record_id_position_key" ON "tax_rule"("record_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "regime_limit_regime_id_position_key" ON "regime_limit"("regime_id", "position");

-- CreateIndex
CREATE INDEX "measure_regime_id_idx" ON "measure"("regime_id");

-- CreateIndex
CREATE UNIQUE INDEX "region_iso_code_key" ON "region"("iso_code");

-- CreateIndex
CREATE UNIQUE INDEX "strength_region_id_position_key" ON "strength"("region_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_region_id_key_period_from_period_to_key" ON "indicator"("region_id", "key", "period_from", "period_to");

-- CreateIndex
CREATE INDEX "contact_record_id_idx" ON "contact"("record_id");

-- CreateIndex
CREATE INDEX "place_parent_id_idx" ON "place"("parent_id");

-- CreateIndex
CREATE INDEX "tie_region_id_idx" ON "tie"("region_id");

-- CreateIndex
CREATE INDEX "tie_place_id_idx" ON "tie"("place_id");

-- CreateIndex
CREATE INDEX "seed_difference_record_id_idx" ON "seed_difference"("record_id");

-- CreateIndex
CREATE INDEX "site_parent_id_idx" ON "site"("parent_id");

-- CreateIndex
CREATE INDEX "site_regime_id_idx" ON "site"("regime_id");

-- CreateIndex
CREATE INDEX "site_operator_id_idx" ON "site"("operator_id");

-- CreateIndex
CREATE INDEX "lot_site_id_status_idx" ON "lot"("site_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "lot_site_id_code_key" ON "lot"("site_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "site_utility_site_id_kind_key" ON "site_utility"("site_id", "kind");

-- CreateIndex
CREATE INDEX "transport_link_crossing_id_idx" ON "transport_link"("crossing_id");

-- CreateIndex
CREATE UNIQUE INDEX "transport_link_site_id_position_key" ON "transport_link"("site_id", "position");

-- CreateIndex
CREATE INDEX "site_stage_ready_on_idx" ON "site_stage"("ready_on");

-- CreateIndex
CREATE UNIQUE INDEX "site_stage_site_id_position_key" ON "site_stage"("site_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "site_service_site_id_key_key" ON "site_service"("site_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "legal_flag_record_id_flag_key" ON "legal_flag"("record_id", "flag");

-- CreateIndex
CREATE INDEX "residency_organisation_id_idx" ON "residency"("organisation_id");

-- CreateIndex
CREATE INDEX "site_filter_region_id_kind_published_at_site_id_idx" ON "site_filter"("region_id", "kind", "published_at" DESC, "site_id");

-- CreateIndex
CREATE INDEX "site_filter_published_at_site_id_idx" ON "site_filter"("published_at" DESC, "site_id");

-- CreateIndex
CREATE INDEX "site_filter_sectors_idx" ON "site_filter" USING GIN ("sectors");

-- CreateIndex
CREATE UNIQUE INDEX "source_code_key" ON "source"("code");

-- CreateIndex
CREATE UNIQUE INDEX "source_url_key" ON "source"("url");

-- CreateIndex
CREATE INDEX "source_region_id_idx" ON "source"("region_id");

-- CreateIndex
CREATE INDEX "fact_record_id_idx" ON "fact"("record_id");

-- CreateIndex
CREATE INDEX "fact_review_by_idx" ON "fact"("review_by");

-- CreateIndex
CREATE UNIQUE INDEX "fact_part_id_field_key" ON "fact"("part_id", "field");

-- CreateIndex
CREATE INDEX "citation_source_id_idx" ON "citation"("source_id");

-- CreateIndex
CREATE INDEX "record_text_locale_name_idx" ON "record_text"("locale", "name");

-- CreateIndex
CREATE INDEX "part_text_record_id_locale_idx" ON "part_text"("record_id", "locale");

-- CreateIndex
CREATE INDEX "visit_starts_on_idx" ON "visit"("starts_on" DESC);

-- CreateIndex
CREATE INDEX "visit_continues_id_idx" ON "visit"("continues_id");

-- CreateIndex
CREATE INDEX "visit_reply_to_id_idx" ON "visit"("reply_to_id");

-- CreateIndex
CREATE INDEX "visit_place_place_id_idx" ON "visit_place"("place_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_place_visit_id_position_key" ON "visit_place"("visit_id", "position");

-- CreateIndex
CREATE INDEX "participant_person_id_idx" ON "participant"("person_id");

-- CreateIndex
CREATE INDEX "participant_organisation_id_idx" ON "participant"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_visit_id_position_key" ON "participant"("visit_id", "position");

-- CreateIndex
CREATE INDEX "programme_item_site_id_idx" ON "programme_item"("site_id");

-- CreateIndex
CREATE INDEX "programme_item_organisation_id_idx" ON "programme_item"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_item_visit_id_position_key" ON "programme_item"("visit_id", "position");

-- CreateIndex
CREATE INDEX "meeting_visit_id_idx" ON "meeting"("visit_id");

-- CreateIndex
CREATE INDEX "visit_event_event_id_idx" ON "visit_event"("event_id");

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part" ADD CONSTRAINT "part_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slug_redirect" ADD CONSTRAINT "slug_redirect_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_investor_id_fkey" FOREIGN KEY ("investor_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_site" ADD CONSTRAINT "opportunity_site_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_site" ADD CONSTRAINT "opportunity_site_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_asset" ADD CONSTRAINT "media_asset_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_use" ADD CONSTRAINT "media_use_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_use" ADD CONSTRAINT "media_use_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_regime_id_fkey" FOREIGN KEY ("regime_id") REFERENCES "regime"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_party" ADD CONSTRAINT "outcome_party_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_party" ADD CONSTRAINT "outcome_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_owner" ADD CONSTRAINT "outcome_owner_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_owner" ADD CONSTRAINT "outcome_owner_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_owner" ADD CONSTRAINT "outcome_owner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_step" ADD CONSTRAINT "outcome_step_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_step" ADD CONSTRAINT "outcome_step_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_step" ADD CONSTRAINT "outcome_step_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regime" ADD CONSTRAINT "regime_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_rule" ADD CONSTRAINT "tax_rule_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regime_limit" ADD CONSTRAINT "regime_limit_regime_id_fkey" FOREIGN KEY ("regime_id") REFERENCES "regime"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_regime_id_fkey" FOREIGN KEY ("regime_id") REFERENCES "regime"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crossing" ADD CONSTRAINT "crossing_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strength" ADD CONSTRAINT "strength_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tie" ADD CONSTRAINT "tie_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tie" ADD CONSTRAINT "tie_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tie" ADD CONSTRAINT "tie_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seed_difference" ADD CONSTRAINT "seed_difference_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_incentives_from_id_fkey" FOREIGN KEY ("incentives_from_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_regime_id_fkey" FOREIGN KEY ("regime_id") REFERENCES "regime"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_utility" ADD CONSTRAINT "site_utility_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transport_link" ADD CONSTRAINT "transport_link_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transport_link" ADD CONSTRAINT "transport_link_crossing_id_fkey" FOREIGN KEY ("crossing_id") REFERENCES "crossing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_stage" ADD CONSTRAINT "site_stage_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_service" ADD CONSTRAINT "site_service_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_flag" ADD CONSTRAINT "legal_flag_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "residency" ADD CONSTRAINT "residency_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "residency" ADD CONSTRAINT "residency_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_filter" ADD CONSTRAINT "site_filter_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_filter" ADD CONSTRAINT "site_filter_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_part_id_record_id_kind_fkey" FOREIGN KEY ("part_id", "record_id", "kind") REFERENCES "part"("id", "record_id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_text" ADD CONSTRAINT "record_text_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_text" ADD CONSTRAINT "part_text_part_id_record_id_kind_fkey" FOREIGN KEY ("part_id", "record_id", "kind") REFERENCES "part"("id", "record_id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_text" ADD CONSTRAINT "part_text_record_id_locale_fkey" FOREIGN KEY ("record_id", "locale") REFERENCES "record_text"("record_id", "locale") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_text" ADD CONSTRAINT "part_text_kind_field_fkey" FOREIGN KEY ("kind", "field") REFERENCES "text_field"("kind", "field") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_id_fkey" FOREIGN KEY ("id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_head_id_fkey" FOREIGN KEY ("head_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_continues_id_fkey" FOREIGN KEY ("continues_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_place" ADD CONSTRAINT "visit_place_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_place" ADD CONSTRAINT "visit_place_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_place" ADD CONSTRAINT "visit_place_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "programme_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_interpreter_id_fkey" FOREIGN KEY ("interpreter_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

