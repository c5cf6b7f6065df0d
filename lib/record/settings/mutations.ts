import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/table";
import type { RecordHead } from "@/lib/record/document/types";

export type RecordSettings = {
  /** member of staff who keeps the record true; null: nobody in particular */
  ownerId: string | null;
  /** moment at which it leaves the public pages by itself */
  expiresAt: Date | null;
};

/**
 * Says who keeps a record true and until when it is public. Runs inside a transaction that holds the record's lock.
 *
 * @returns "owner_wrong" for somebody who could not see to the record
 */
export async function saveSettings(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  { ownerId, expiresAt }: RecordSettings,
): Promise<"saved" | "unchanged" | "owner_wrong"> {
  const { id } = head;
  const known = await tx.record.findUniqueOrThrow({ where: { id }, select: { ownerId: true, expiresAt: true } });
  if (known.ownerId === ownerId && known.expiresAt?.getTime() === expiresAt?.getTime()) return "unchanged";
  const owner = ownerId
    ? await tx.staff.findFirst({
        where: { id: ownerId, disabledAt: null },
        select: { id: true, name: true, grants: { select: { role: true, regionId: true, siteId: true } } },
      })
    : null;
  if (ownerId && (!owner || !can(owner, "confirm", head))) return "owner_wrong";
  await tx.record.update({ where: { id }, data: { ownerId, expiresAt }, select: { id: true } });
  await writeAudit(tx, actor, {
    action: "record.settings",
    record: head,
    detail: { ...(owner ? { owner: owner.name } : {}), ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}) },
  });
  return "saved";
}
