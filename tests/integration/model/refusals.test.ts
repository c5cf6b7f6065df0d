import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/support/database";

const ID = "gen_random_uuid()";
const ALL_CHECKED = "SET CONSTRAINTS ALL IMMEDIATE";
/** Ids of rows that the statements below speak of, put in for :name. */
const ROWS = {
  site: "SELECT id FROM record WHERE kind = 'site' AND slug = 'sez-nyagan'",
  visit: "SELECT id FROM record WHERE kind = 'visit' AND slug = 'ze-optoelectronic-yugra-2026'",
  region: "SELECT id FROM record WHERE kind = 'region' AND slug = 'yugra'",
  outcome: "SELECT id FROM record WHERE kind = 'outcome' AND slug = 'ze-optoelectronic-yugra-2026-1'",
  person: "SELECT id FROM record WHERE kind = 'person' AND slug = 'liu-shengli'",
  organisation: "SELECT id FROM organisation ORDER BY id LIMIT 1",
  measure: "SELECT id FROM measure ORDER BY id LIMIT 1",
  fact: "SELECT f.id FROM fact f JOIN record r ON r.id = f.part_id WHERE r.slug = 'sez-nyagan' AND f.field = 'all'",
};

describe("the database refuses", () => {
  let client: pg.Client;
  let drop: () => Promise<void>;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    const test = await testDatabase("facts");
    drop = test.drop;
    client = new pg.Client({ connectionString: test.url });
    await client.connect();
    for (const [name, query] of Object.entries(ROWS)) {
      const { rows } = await client.query<{ id: string }>(query);
      ids.set(name, rows[0]?.id ?? "no such row");
    }
  });
  afterAll(async () => {
    await client?.end();
    await drop?.();
  });

  const filled = (sql: string) => sql.replace(/(?<!:):([a-z]+)/g, (_, name: string) => `'${ids.get(name)}'`);
  async function constraintThatRefuses(sql: string): Promise<string | undefined> {
    await client.query("BEGIN");
    try {
      await client.query(filled(sql));
      return "nothing refused it";
    } catch (error) {
      if (error instanceof pg.DatabaseError) return error.constraint ?? error.message;
      throw error;
    } finally {
      await client.query("ROLLBACK");
    }
  }

  const step = (from: string, to: string, more = "", value = "") =>
    `INSERT INTO outcome_step (id, outcome_id, from_stage, to_stage${more}) VALUES (${ID}, :outcome, '${from}', '${to}'${value})`;
  const meetings = (what: string, value: string) =>
    `INSERT INTO meeting (id, visit_id, ${what}, starts_at, ends_at) VALUES
      (${ID}, :visit, ${value}, '2026-01-10 10:00Z', '2026-01-10 11:00Z'), (${ID}, :visit, ${value}, '2026-01-10 10:30Z', '2026-01-10 11:30Z')`;

  const REFUSALS: [constraint: string, why: string, sql: string][] = [
    // records, parts and words
    [
      "entity_matches_kind",
      "an event on the record of a site",
      "INSERT INTO event (id, kind, country, date_precision) VALUES (:site, 'forum', 'ru', 'day')",
    ],
    [
      "record_kind_slug_key",
      "two sites at one address",
      "UPDATE record SET slug = 'polar-quartz-plant' WHERE id = :site",
    ],
    ["slug_shape", "an address with a space", "UPDATE record SET slug = 'A b' WHERE id = :site"],
    [
      "version_only_grows",
      "a version that goes back",
      "UPDATE record SET version = 0, seed_hash = NULL, seed_version = NULL WHERE id = :site",
    ],
    ["seed_mark_is_whole", "a hash without its version", "UPDATE record SET seed_version = NULL WHERE id = :site"],
    [
      "seed_mark_is_whole",
      "a loader ahead of the record",
      "UPDATE record SET seed_version = version + 1 WHERE id = :site",
    ],
    [
      "published_has_date",
      "a public record without a date of publication",
      "UPDATE record SET published_at = NULL WHERE id = :site",
    ],
    [
      "archived_is_not_public",
      "an archived record that is public",
      "UPDATE record SET archived_at = now() WHERE id = :site",
    ],
    [
      "record_text_pkey",
      "two texts in one language",
      "INSERT INTO record_text (record_id, locale, name) VALUES (:site, 'zh', 'x')",
    ],
    ["name_is_filled", "a blank name", "UPDATE record_text SET name = ' ' WHERE record_id = :site AND locale = 'zh'"],
    ["value_is_filled", "a blank word", "UPDATE part_text SET value = '' WHERE part_id = :site"],
    [
      "part_text_kind_field_fkey",
      "a text field that nobody declared",
      "INSERT INTO part_text (part_id, field, locale, record_id, kind, value) VALUES (:site, 'nmae', 'zh', :site, 'site', 'x')",
    ],
    [
      "part_text_part_id_record_id_kind_fkey",
      "words of one record on a row of another",
      "INSERT INTO part_text (part_id, field, locale, record_id, kind, value) VALUES (:visit, 'municipality', 'zh', :site, 'site', 'x')",
    ],
    // publication and consent
    [
      "public_has_text",
      "publishing without the Russian text",
      `UPDATE record SET state = 'withdrawn' WHERE id = :site; UPDATE record_text SET state = 'draft' WHERE record_id = :site AND locale = 'ru'; UPDATE record SET state = 'published' WHERE id = :site; ${ALL_CHECKED}`,
    ],
    [
      "public_has_text",
      "withdrawing the Russian text of a public record",
      `UPDATE record_text SET state = 'withdrawn' WHERE record_id = :site AND locale = 'ru'; ${ALL_CHECKED}`,
    ],
    [
      "public_has_text",
      "deleting the Russian text of a public record",
      `DELETE FROM record_text WHERE record_id = :site AND locale = 'ru'; ${ALL_CHECKED}`,
    ],
    [
      "public_has_source",
      "publishing without a source",
      `UPDATE record SET state = 'withdrawn' WHERE id = :site; DELETE FROM citation WHERE fact_id = :fact; UPDATE record SET state = 'published' WHERE id = :site; ${ALL_CHECKED}`,
    ],
    [
      "public_has_source",
      "taking the last source from a public record",
      `DELETE FROM citation WHERE fact_id = :fact; ${ALL_CHECKED}`,
    ],
    [
      "public_has_source",
      "taking the backing from a public record",
      `DELETE FROM fact WHERE id = :fact; ${ALL_CHECKED}`,
    ],
    [
      "public_has_source",
      "a public record with which all its sources disagree",
      `UPDATE citation SET agrees = false, says = 'otherwise' WHERE fact_id = :fact; ${ALL_CHECKED}`,
    ],
    [
      "public_person_agreed",
      "publishing a person who did not agree",
      `INSERT INTO consent (id, person_id, level, basis) VALUES (${ID}, :person, 'counted', 'agreed'); UPDATE record SET state = 'published' WHERE id = :person; ${ALL_CHECKED}`,
    ],
    [
      "consent_needs_record",
      "a consent level changed by hand",
      "UPDATE person SET consent_level = 'sector' WHERE id = :person",
    ],
    [
      "consent_needs_record",
      "an organisation's level changed by hand",
      "UPDATE organisation SET consent_level = 'counted' WHERE id = :organisation",
    ],
    [
      "consent_append_only",
      "a consent that is rewritten",
      "UPDATE consent SET level = 'named' WHERE person_id = :person",
    ],
    [
      "consent_of_one",
      "a consent of two",
      `INSERT INTO consent (id, person_id, organisation_id, level, basis) VALUES (${ID}, :person, :organisation, 'named', 'agreed')`,
    ],
    // figures and dates
    ["site_areas_not_negative", "a negative area", "UPDATE site SET total_area_ha = -1 WHERE id = :site"],
    ["site_coordinates", "half a point", "UPDATE site SET lon = NULL WHERE id = :site"],
    ["site_coordinates", "a point off the globe", "UPDATE site SET lat = 91 WHERE id = :site"],
    ["site_not_own_parent", "a site as its own zone", "UPDATE site SET parent_id = id WHERE id = :site"],
    [
      "price_is_whole",
      "a price without currency",
      `INSERT INTO lot (id, site_id, position, code, kind, price_amount) VALUES (${ID}, :site, 90, 'x', 'land', 5)`,
    ],
    [
      "from_date_has_date",
      "power from a date that nobody told",
      `INSERT INTO site_utility (id, site_id, kind, unit, availability) VALUES (${ID}, :site, 'heat', 'gcal_per_hour', 'from_date')`,
    ],
    [
      "rate_is_percent",
      "a tax of 101 percent",
      `INSERT INTO tax_rule (id, record_id, position, tax, rate_percent) VALUES (${ID}, :site, 90, 'profit', 101)`,
    ],
    [
      "visit_dates_in_order",
      "a visit that ends before it starts",
      "UPDATE visit SET ends_on = starts_on - 1 WHERE id = :visit",
    ],
    ["visit_not_its_own_reply", "a visit in reply to itself", "UPDATE visit SET reply_to_id = id WHERE id = :visit"],
    [
      "measure_dates_in_order",
      "a term that ends before it begins",
      "UPDATE measure SET valid_from = '2026-02-01', valid_to = '2026-01-01' WHERE id = :measure",
    ],
    [
      "review_after_as_of",
      "a review before the fact",
      "UPDATE fact SET review_by = as_of - 1, review_precision = 'day' WHERE id = :fact",
    ],
    [
      "other_value_is_told",
      "a source that disagrees and says nothing",
      "UPDATE citation SET agrees = false WHERE fact_id = :fact",
    ],
    [
      "citation_source_id_fkey",
      "deleting a source that is cited",
      "DELETE FROM source WHERE id IN (SELECT source_id FROM citation WHERE fact_id = :fact)",
    ],
    [
      "url_is_http",
      "a source at a file path",
      "UPDATE source SET url = 'file:///etc/passwd' WHERE id IN (SELECT source_id FROM citation WHERE fact_id = :fact)",
    ],
    [
      "headcount_positive",
      "a group of nobody",
      `INSERT INTO participant (id, visit_id, position, side, headcount) VALUES (${ID}, :visit, 90, 'cn', 0)`,
    ],
    [
      "timed_item_has_zone",
      "an hour without a time zone",
      `INSERT INTO programme_item (id, visit_id, position, starts_at) VALUES (${ID}, :visit, 90, now())`,
    ],
    ["room_taken", "a room taken twice", meetings("room", "'A'")],
    ["interpreter_taken", "an interpreter in two places", meetings("interpreter_id", ":person")],
    [
      "contact_one_agency",
      "a second agency of a region",
      `INSERT INTO contact (id, record_id, kind) VALUES (${ID}, :region, 'agency')`,
    ],
    [
      "no_active_files",
      "a picture that can run scripts",
      `INSERT INTO record (id, kind) VALUES ('00000000-0000-7000-8000-000000000001', 'media'); INSERT INTO media_asset (id, kind, file_name, mime_type, byte_size, sha256, storage_key) VALUES ('00000000-0000-7000-8000-000000000001', 'image', 'a.svg', 'image/svg+xml', 1, sha256('x'), 'k')`,
    ],
    [
      "rate_positive",
      "a currency for nothing",
      "INSERT INTO exchange_rate (currency, on_date, rub, source) VALUES ('cny', '2026-01-01', 0, 'x')",
    ],
    // the ladder of outcomes
    [
      "outcome_moves_by_step",
      "a stage changed without a step",
      "UPDATE outcome SET stage = 'launched' WHERE id = :outcome",
    ],
    ["step_starts_where_outcome_is", "a step from where the outcome is not", step("signed", "in_work")],
    ["reason_told", "not continued, without a reason", step("announced", "discontinued")],
    ["reason_told", "not continued, with a blank reason", step("announced", "discontinued", ", reason", ", ' '")],
    [
      "reason_told",
      "back down the ladder, without a reason",
      `${step("announced", "signed")}; ${step("signed", "agreed")}`,
    ],
    ["launch_proven", "launched, without evidence", step("announced", "launched")],
    ["keeping_proven", "kept, without evidence", step("announced", "kept")],
    ["outcome_step_append_only", "a step that is deleted", "DELETE FROM outcome_step WHERE outcome_id = :outcome"],
    [
      "outcome_step_append_only",
      "a step that is rewritten",
      "UPDATE outcome_step SET to_stage = 'signed' WHERE outcome_id = :outcome",
    ],
    [
      "due_has_precision",
      "a due date of unknown precision",
      "UPDATE outcome SET due_on = '2026-12-31', due_precision = NULL WHERE id = :outcome",
    ],
    [
      "owner_is_one_thing",
      "an owner who is a person and a post",
      "INSERT INTO outcome_owner (outcome_id, side, post, person_id) VALUES (:outcome, 'cn', 'x', :person)",
    ],
    [
      "outcome_owner_pkey",
      "two owners on one side",
      "INSERT INTO outcome_owner (outcome_id, side, post) VALUES (:outcome, 'ru', 'a'), (:outcome, 'ru', 'b')",
    ],
  ];

  it.each(REFUSALS)("%s: %s", async (constraint, _why, sql) => {
    expect(await constraintThatRefuses(sql)).toBe(constraint);
  });
});
