import "server-only";
import type { AuditAction, AuditDetailOf } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/types";
import type { Kind, Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/table";

type AuditInput<Action extends AuditAction> = {
  action: Action;
  record?: { id: string; kind: Kind; regionId: string | null; label?: string; version?: number };
  /** of what is no record but belongs to a region, such as a source */
  subject?: { regionId: string | null; label: string };
  /** never secrets: the log is kept for ever */
  detail?: Partial<Record<AuditDetailOf<Action>, Prisma.InputJsonValue>>;
};

/** Who acts: a member of staff, or nobody known (a refused sign-in, a job). */
export type AuditAuthor =
  | Pick<Actor, "id" | "name" | "ipAddress">
  | { id: null; name: string; ipAddress: string | null };

/** One line of the log, in the same transaction as what it tells of. */
export async function writeAudit<Action extends AuditAction>(
  tx: Tx,
  author: AuditAuthor,
  input: AuditInput<Action>,
): Promise<void> {
  await tx.auditEntry.create({ data: toLine(author, input), select: { id: true } });
}

/** Many lines at once, for what makes many records. */
export async function writeAudits<Action extends AuditAction>(
  tx: Tx,
  author: AuditAuthor,
  inputs: readonly AuditInput<Action>[],
): Promise<void> {
  if (inputs.length > 0) await tx.auditEntry.createMany({ data: inputs.map((input) => toLine(author, input)) });
}

function toLine<Action extends AuditAction>(
  author: AuditAuthor,
  { action, record, subject, detail }: AuditInput<Action>,
) {
  const label = (record ?? subject)?.label;
  return {
    action,
    staffId: author.id,
    staffName: plain(author.name),
    ipAddress: author.ipAddress,
    kind: record?.kind ?? null,
    recordId: record?.id ?? null,
    regionId: (record ?? subject)?.regionId ?? null,
    label: label ? plain(label) : null,
    version: record?.version ?? null,
    ...(detail ? { detail } : {}),
  };
}

/** One line, without control characters, of bounded length. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").slice(0, 300);
}
