import "server-only";
import { secondFactorRoles } from "@/lib/auth/rules";
import type { Grant } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import { countFindings, listFindings } from "@/lib/record/finding/staff-queries";
import type { Finding, FindingCount } from "@/lib/record/finding/types";
import { inScope } from "@/lib/record/list/staff-queries";

const shownFacts = 5;

export type Digest = {
  name: string;
  email: string;
  locale: Locale;
  /** only what there is something of */
  counts: FindingCount[];
  /** drafts that wait for his decision */
  waiting: number;
  /** the facts that have been due longest, his own before those of others */
  facts: Finding[];
};

/** Whoever wants to know each Monday what waits for him. */
export async function listDigestReaders(): Promise<string[]> {
  const rows = await db().staff.findMany({
    where: { disabledAt: null, wantsDigest: true, grants: { some: {} } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** @returns null for somebody who has gone, who may see nothing yet, or for whom nothing waits */
export async function readDigest(staffId: string): Promise<Digest | null> {
  const staff = await db().staff.findFirst({
    where: { id: staffId, disabledAt: null, wantsDigest: true },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      twoFactorEnabled: true,
      grants: { select: { role: true, regionId: true, siteId: true } },
    },
  });
  if (!staff) return null;
  const { id, name, email, locale, twoFactorEnabled } = staff;
  const isHalfIn = !twoFactorEnabled && staff.grants.some(({ role }) => secondFactorRoles.includes(role));
  const grants: Grant[] = isHalfIn ? [] : staff.grants;
  const reader = { id, grants };
  const counts = (await countFindings(reader)).filter(({ total }) => total > 0);
  const [drafts] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT d.record_id)::int AS count FROM draft d JOIN record r ON r.id = d.record_id
    WHERE d.state = 'in_review' AND ${grants.length > 0 ? inScope(reader, "publish") : sql`FALSE`}`;
  const waiting = drafts?.count ?? 0;
  if (counts.length === 0 && waiting === 0) return null;
  const isOwner = counts.some(({ code, mine }) => code === "fact_due" && mine > 0);
  const { rows } = await listFindings(reader, { code: "fact_due", isMine: isOwner, page: 1 }, locale, shownFacts);
  return { name, email, locale, counts, waiting, facts: rows };
}
