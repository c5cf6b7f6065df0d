import "server-only";
import { can, canSomewhere } from "@/lib/auth/rules";
import type { Actor, Rights } from "@/lib/auth/types";
import { formatDay, today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import { factKey, nextReview } from "@/lib/record/confirmation/rules";
import type { RecordHead } from "@/lib/record/document/types";
import {
  type FactFinding,
  type Finding,
  type FindingCode,
  type FindingCount,
  type FindingFilter,
  type FindingList,
  findingCodes,
  isFindingCode,
  type RecordCheck,
} from "@/lib/record/finding/types";
import { inScope, type RecordRow, withNames } from "@/lib/record/list/staff-queries";
import type { Kind } from "@/lib/record/types";

const findingsPerPage = 50;
const codes = Object.keys(findingCodes).filter(isFindingCode);

/** How much there is to see to where this actor may do something about it, and how much of it is in his own records. */
export async function countFindings(actor: Rights & { id: string }): Promise<FindingCount[]> {
  const own = codes.filter((code) => canSomewhere(actor, findingCodes[code]));
  return Promise.all(
    own.map(async (code) => {
      const [row] = await db().$queryRaw<{ total: number; mine: number }[]>`
        SELECT count(*)::int AS total, count(*) FILTER (WHERE r.owner_id = ${actor.id}::uuid)::int AS mine
        FROM ${found(actor, code)}`;
      return { code, total: row?.total ?? 0, mine: row?.mine ?? 0 };
    }),
  );
}

/** What of one kind this actor should see to, the longest due first. */
export async function listFindings(
  actor: Rights & { id: string },
  { code, isMine, page }: FindingFilter,
  locale: Locale,
  perPage = findingsPerPage,
): Promise<FindingList> {
  if (!canSomewhere(actor, findingCodes[code])) return { rows: [], total: 0, page: 1, pages: 1 };
  const from = sql`${found(actor, code)} ${isMine ? sql`AND r.owner_id = ${actor.id}::uuid` : sql``}`;
  const [hits, counts] = await Promise.all([
    db().$queryRaw<Hit[]>`
      SELECT r.id, r.kind::text AS kind, r.region_id, r.part_id, r.field, r.locale::text AS locale, r.since, r.detail,
        (SELECT s.name FROM staff s WHERE s.id = r.owner_id) AS owner
      FROM ${from} ORDER BY r.since, r.id, r.part_id, r.field, r.locale, r.detail
      LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
    db().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${from}`,
  ]);
  const facts = code === "fact_due" ? await readDueFacts(hits, locale) : new Map<string, FactFinding>();
  const named = await withNames(hits, locale);
  const rows = named.map(({ row, ...one }): Finding => {
    const { part_id, field, since, detail, owner } = row;
    const fact = part_id && field ? (facts.get(factKey(one.id, part_id, field)) ?? null) : null;
    return { ...one, code, since: since && formatDay(since), locale: row.locale, detail, owner, fact };
  });
  const total = counts[0]?.total ?? 0;
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / perPage)) };
}

type Hit = RecordRow & {
  part_id: string | null;
  field: string | null;
  locale: Locale | null;
  since: Date | null;
  detail: string | null;
  owner: string | null;
};

/** All of one code where this actor has the right that it takes. The code is part of the statement: each has its own plan. */
function found(actor: Rights, code: FindingCode) {
  return sql`finding(${today()}::date) r
    WHERE r.code = ${code} AND (r.kind <> 'media' OR r.code = 'alt_missing') AND ${inScope(actor, findingCodes[code])}`;
}

/** What these facts are called, who published them, and until when they would count again. */
async function readDueFacts(hits: readonly Hit[], locale: Locale): Promise<Map<string, FactFinding>> {
  const parts = hits.flatMap(({ part_id }) => part_id ?? []);
  const rows = await db().$queryRaw<
    {
      record_id: string;
      part_id: string;
      field: string;
      part: Kind;
      as_of: Date | null;
      review_by: Date | null;
      publisher: string | null;
      url: string | null;
      label: string | null;
    }[]
  >`
    SELECT f.record_id, f.part_id, f.field, f.kind::text AS part, f.as_of, f.review_by, s.publisher, s.url,
      (SELECT t.value FROM part_text t WHERE t.part_id = f.part_id AND f.part_id <> r.id
          AND t.field IN ('label', 'title', 'name', 'what') AND t.locale IN (${locale}::locale, r.source_locale)
        ORDER BY t.locale = ${locale}::locale DESC LIMIT 1) AS label
    FROM fact f JOIN record r ON r.id = f.record_id
    LEFT JOIN LATERAL (SELECT s.publisher, s.url FROM citation c JOIN source s ON s.id = c.source_id
      WHERE c.fact_id = f.id ORDER BY c.agrees DESC, c.position LIMIT 1) s ON true
    WHERE f.part_id = ANY (${parts}::uuid[])`;
  return new Map(
    rows.map(({ record_id, part_id, field, part, as_of, review_by, publisher, url, label }) => {
      const key = factKey(record_id, part_id, field);
      const next = nextReview({ asOf: as_of, reviewBy: review_by, today: today() });
      const source = publisher === null ? null : { publisher, url };
      return [key, { key, part, field, label, source, nextReview: formatDay(next) }];
    }),
  );
}

/** What is to be seen to in one record, by code; nothing for somebody who may not see the record. */
export async function readRecordChecks(actor: Actor, head: RecordHead): Promise<RecordCheck[]> {
  if (!can(actor, "read", head)) return [];
  const rows = await db().$queryRaw<{ code: string; locale: Locale | null; detail: string | null }[]>`
    SELECT code, locale::text AS locale, detail FROM finding(${today()}::date)
    WHERE id = ${head.id}::uuid
    UNION ALL
    SELECT f.code, f.locale::text, NULL FROM finding(${today()}::date) f JOIN media_use u ON u.asset_id = f.id
    WHERE u.record_id = ${head.id}::uuid AND f.code = 'alt_missing'`;
  return codes.flatMap((code) => {
    const own = rows.filter((row) => row.code === code);
    if (own.length === 0) return [];
    const locales = own.flatMap(({ locale }) => locale ?? []);
    return [{ code, count: own.length, locales, details: own.flatMap(({ detail }) => detail ?? []) }];
  });
}
