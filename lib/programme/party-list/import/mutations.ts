import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { today } from "@/lib/core/dates";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import type { ConsentLevel } from "@/lib/organisation/types";
import { listOwner, readChecked } from "@/lib/programme/party-list/import/staff-queries";
import type { CheckedRow, RawList } from "@/lib/programme/party-list/import/types";
import { addMembers } from "@/lib/programme/party-list/mutations";
import { toTexts } from "@/lib/programme/party-list/schema";
import { suggestSpelling } from "@/lib/programme/party-list/spelling";
import type { Ground, NewMember } from "@/lib/programme/party-list/types";
import { savePassData } from "@/lib/programme/passport/mutations";
import { seal } from "@/lib/programme/passport/seal";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import type { RecordHead } from "@/lib/record/document/types";
import type { Texts } from "@/lib/translation/types";

/** Puts a list aside, encrypted, until somebody looked at it. The same form twice is one list. */
export async function keepList(
  actor: Actor,
  head: RecordHead,
  list: { id: string; fileName: string; side: "cn" | "ru"; raw: RawList },
): Promise<void> {
  const { id, fileName, side, raw } = list;
  const sealed = seal(JSON.stringify(raw), listOwner(head.id, id));
  const row = { id, recordId: head.id, authorId: actor.id, fileName: fileName.slice(0, 200), side, ...sealed };
  await db().delegationList.createMany({ data: [row], skipDuplicates: true });
}

type Wish = { onlyGood: boolean; fill: boolean; level: ConsentLevel; ground: Ground | null };
export type Applied = { status: "not_there" } | { status: "has_problems" } | { status: "applied"; people: number };

/** Adds the people of a list to a visit, all of them or none; passport data only for those who may enter them. */
export async function applyList(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  listId: string,
  { onlyGood, fill, level, ground }: Wish,
): Promise<Applied> {
  const list = await readChecked(tx, actor, head, listId);
  if (!list) return { status: "not_there" };
  const good = list.rows.filter(({ problems, isThere }) => problems.length === 0 && !isThere);
  if (!onlyGood && list.rows.some(({ problems }) => problems.length > 0)) return { status: "has_problems" };
  const rows = good.map((row) => ({ row, member: toMember(row, list.side, { fill, level, ground }) }));
  await addMembers(
    tx,
    actor,
    head,
    rows.map(({ member }) => member),
  );
  if (can(actor, "passport", head)) {
    const { shared } = await readWorkingDocument(tx, head);
    const people = rows.flatMap(({ row: { pass }, member }) =>
      pass ? [{ participantId: member.rowId, data: pass }] : [],
    );
    await savePassData(tx, actor, head, shared, people, today(head.zone));
  }
  await tx.delegationList.delete({ where: { id: listId }, select: { id: true } });
  return { status: "applied", people: rows.length };
}

function toMember(
  row: CheckedRow,
  side: "cn" | "ru",
  { fill, level, ground }: Pick<Wish, "fill" | "level" | "ground">,
): NewMember {
  const name = toTexts(fill ? { ...row.name, ...suggestSpelling(row.name) } : row.name);
  const [own, other] = parted(row.position, name);
  return {
    rowId: newId(),
    personId: row.person?.id ?? null,
    name,
    position: own,
    // A post in a language in which the person has no name stands as the role in this visit: nothing of the list is lost.
    role: { ...other, ...row.role },
    organisation: row.organisationId
      ? { id: row.organisationId }
      : { id: null, name: row.organisation, kind: "company", country: side, level: "counted" },
    side,
    capacity: "member",
    level,
    ground,
  };
}

function parted(position: Texts, name: Texts): [own: Texts, other: Texts] {
  const pairs = Object.entries(position) as [keyof Texts, string][];
  return [
    Object.fromEntries(pairs.filter(([locale]) => name[locale])),
    Object.fromEntries(pairs.filter(([locale]) => !name[locale])),
  ];
}

/** Removes a list that nobody wants any more. */
export async function dropList(actor: Actor, recordId: string, listId: string): Promise<boolean> {
  const { count } = await db().delegationList.deleteMany({ where: { id: listId, recordId, authorId: actor.id } });
  return count > 0;
}

/** Removes lists that were put aside more than a day ago. */
export async function forgetLists(now: Date): Promise<number> {
  const before = new Date(now.getTime() - 24 * 3600 * 1000);
  const { count } = await db().delegationList.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
