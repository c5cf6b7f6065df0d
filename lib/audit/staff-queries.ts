import "server-only";
import { type AuditFilter, type AuditLine, type AuditPage, auditActions } from "@/lib/audit/types";
import { canInHouse, houseRegionsOf } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { parseLocalTime } from "@/lib/core/zones";
import { db } from "@/lib/db/client";
import { type Prisma, sql } from "@/lib/db/sql";

export const linesPerPage = 100;

/**
 * The log, newest first: an operator reads all of it, others what concerns records of the regions where they may.
 *
 * @param zone by whose clock the days of the filter begin
 */
export async function listAudit(actor: Actor, filter: AuditFilter, zone: string): Promise<AuditPage> {
  if (!canInHouse(actor, "audit.read")) return { lines: [], next: null };
  const rows = await db().$queryRaw<Row[]>`
    SELECT a.id, a.at, a.staff_name, a.action, a.record_id, a.label, a.version, a.ip_address, a.detail
    FROM audit_entry a WHERE ${conditions(actor, filter, zone)}
    ORDER BY a.id DESC LIMIT ${linesPerPage + 1}`;
  const lines = rows.slice(0, linesPerPage).flatMap(toLine);
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

function toLine({ id, at, staff_name, action, record_id, label, version, ip_address, detail }: Row): AuditLine[] {
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
      detail: toTexts(detail),
    },
  ];
}

/** What a line tells beside, one text for each name. */
function toTexts(detail: unknown): Record<string, string> {
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return {};
  return Object.fromEntries(
    Object.entries(detail).flatMap(([name, value]) => {
      if (value === null || value === "") return [];
      return [[name, typeof value === "string" ? value : JSON.stringify(value)]];
    }),
  );
}
