import "server-only";
import type { z } from "zod";
import { auditDetailSchema } from "@/lib/audit/schema";
import { type AuditDetail, type AuditFilter, type AuditLine, type AuditPage, auditActions } from "@/lib/audit/types";
import { canInHouse, houseRegionsOf } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { parseLocalTime } from "@/lib/core/zones";
import { db } from "@/lib/db/client";
import { type Prisma, sql } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import { pick } from "@/lib/translation/rules";
import type { Words } from "@/lib/translation/types";

export const linesPerPage = 100;

/**
 * The log, newest first: an operator reads all of it, others what concerns records of the regions where they may.
 *
 * @param zone by whose clock the days of the filter begin
 */
export async function listAudit(actor: Actor, filter: AuditFilter, zone: string, locale: Locale): Promise<AuditPage> {
  if (!canInHouse(actor, "audit.read")) return { lines: [], next: null };
  const rows = await db().$queryRaw<Row[]>`
    SELECT a.id, a.at, a.staff_name, a.action, a.record_id, a.label, a.version, a.ip_address, a.detail
    FROM audit_entry a WHERE ${conditions(actor, filter, zone)}
    ORDER BY a.id DESC LIMIT ${linesPerPage + 1}`;
  const shown = rows.slice(0, linesPerPage);
  const names = await readScopes(shown, locale);
  const lines = shown.flatMap((row) => toLine(row, names));
  const last = rows[linesPerPage - 1];
  return { lines, next: rows.length > linesPerPage && last ? String(last.id) : null };
}

type Row = {
  id: bigint;
  at: Date;
  staff_name: string | null;
  action: string;
  record_id: string | null;
  label: string | null;
  version: number | null;
  ip_address: string | null;
  detail: unknown;
};

function conditions(actor: Actor, { who, action, record, from, to, before }: AuditFilter, zone: string): Prisma.Sql {
  const all = [sql`TRUE`];
  const regions = houseRegionsOf(actor, "audit.read");
  if (regions) all.push(sql`a.region_id = ANY (${regions}::uuid[])`);
  if (who) {
    const pattern = `%${who.replace(/[\\%_]/g, "\\$&")}%`;
    all.push(sql`(a.staff_id IN (SELECT id FROM staff WHERE name ILIKE ${pattern} OR email LIKE ${pattern.toLowerCase()})
      OR (a.staff_id IS NULL AND a.staff_name ILIKE ${pattern}))`);
  }
  if (action) all.push(sql`a.action = ${action}`);
  if (record) all.push(sql`a.record_id = ${record}::uuid`);
  const first = from && parseLocalTime(`${from} 00:00`, zone);
  if (first) all.push(sql`a.at >= ${first}`);
  const last = to && parseLocalTime(`${to} 00:00`, zone);
  if (last) all.push(sql`a.at < ${new Date(last.getTime() + 24 * 3600 * 1000)}`);
  if (before) all.push(sql`a.id < ${BigInt(before)}`);
  return all.reduce((sum, one) => sql`${sum} AND ${one}`);
}

function toLine(
  { id, at, staff_name, action, record_id, label, version, ip_address, detail }: Row,
  names: Names,
): AuditLine[] {
  const known = auditActions.find((one) => one === action);
  if (!known) return [];
  return [
    {
      id: String(id),
      at: at.toISOString(),
      who: staff_name,
      action: known,
      recordId: record_id,
      label,
      version,
      ipAddress: ip_address,
      detail: toDetail(detail, names),
    },
  ];
}

type Names = ReadonlyMap<string, Words>;
type Grants = NonNullable<z.infer<typeof auditDetailSchema>["grants"]>;

function toDetail(json: unknown, names: Names): AuditDetail {
  const { before, after, grants, part, parts, isMinor, own, kind, ...rest } = readDetail(json);
  const named = (list: Grants | undefined) =>
    list?.map(({ role, regionId, siteId }) => ({ role, scope: names.get(siteId ?? regionId ?? "") ?? null })) ?? null;
  return {
    ...rest,
    register: kind,
    parts: parts ?? (part ? [part] : []),
    isMinor: isMinor ?? false,
    own: own ?? false,
    before: Array.isArray(before) ? named(before) : null,
    grants: named(after ?? grants),
    texts: before && !Array.isArray(before) ? before : {},
  };
}

function readDetail(json: unknown): z.infer<typeof auditDetailSchema> {
  const read = auditDetailSchema.safeParse(json ?? {});
  return read.success ? read.data : {};
}

/** Names of the regions and sites for which the lines tell of roles. */
async function readScopes(rows: readonly Row[], locale: Locale): Promise<Names> {
  const ids = rows.flatMap(({ detail }) => {
    const { before, after, grants } = readDetail(detail);
    return [Array.isArray(before) ? before : [], after ?? [], grants ?? []]
      .flat()
      .flatMap(({ regionId, siteId }) => siteId ?? regionId ?? []);
  });
  if (ids.length === 0) return new Map();
  const texts = await db().recordText.findMany({
    where: { recordId: { in: ids } },
    select: { recordId: true, locale: true, name: true },
  });
  return new Map(
    ids.flatMap((id) => {
      const own = texts.filter(({ recordId }) => recordId === id);
      const name = pick(Object.fromEntries(own.map((text) => [text.locale, text.name])), locale);
      return name ? [[id, name]] : [];
    }),
  );
}
