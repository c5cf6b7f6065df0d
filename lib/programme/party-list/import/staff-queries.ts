import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { readList } from "@/lib/programme/party-list/import/rules";
import { parseRawList } from "@/lib/programme/party-list/import/schema";
import type { CheckedRow, ListField, ListRow, ListView } from "@/lib/programme/party-list/import/types";
import { sameName } from "@/lib/programme/party-list/rules";
import { findKnown } from "@/lib/programme/party-list/staff-queries";
import type { Known } from "@/lib/programme/party-list/types";
import { unseal } from "@/lib/programme/passport/seal";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { listAt } from "@/lib/publishing/sheet";
import type { RecordHead } from "@/lib/record/document/types";

export type CheckedList = {
  id: string;
  fileName: string;
  side: "cn" | "ru";
  columns: { header: string; field: ListField | null }[];
  rows: CheckedRow[];
};

/** What a list is sealed for. */
export function listOwner(recordId: string, listId: string): string {
  return `${recordId}/list/${listId}`;
}

/** A list of this visit with what is known of its people; null where there is none, or where it cannot be read any more. */
export async function readChecked(tx: Tx, actor: Actor, head: RecordHead, listId: string): Promise<CheckedList | null> {
  if (!/^[0-9a-f-]{36}$/.test(listId)) return null;
  const row = await tx.delegationList.findFirst({ where: { id: listId, recordId: head.id, authorId: actor.id } });
  const raw = row && parseRawList(unseal(row, listOwner(head.id, listId)));
  const list = raw && readList(raw);
  if (!row || !list) return null;
  return {
    id: listId,
    fileName: row.fileName,
    side: row.side,
    columns: list.columns,
    rows: await checkRows(tx, actor, head, list.rows),
  };
}

/** The same for its page, without anything of a passport. */
export async function readListView(actor: Actor, head: RecordHead, listId: string): Promise<ListView | null> {
  const list = await readChecked(db(), actor, head, listId);
  if (!list) return null;
  const keepsPass = can(actor, "passport", head);
  return { ...list, keepsPass, rows: list.rows.map(({ pass, ...row }) => ({ ...row, hasPass: pass !== null })) };
}

async function checkRows(tx: Tx, actor: Actor, head: RecordHead, rows: readonly ListRow[]): Promise<CheckedRow[]> {
  const namesOf = ({ name }: ListRow) => Object.values(name).filter(Boolean);
  const [people, organisations, { shared }] = await Promise.all([
    findKnown(tx, actor, "person", rows.flatMap(namesOf)),
    findKnown(
      tx,
      actor,
      "organisation",
      rows.flatMap(({ organisation }) => Object.values(organisation)),
    ),
    readWorkingDocument(tx, head),
  ]);
  const here = new Set(listAt(shared, "rows.participants").map((id) => shared[`rows.participants.${id}.personId`]));
  return rows.map((row): CheckedRow => {
    const meant = distinct(namesOf(row).flatMap((name) => people.get(sameName(name)) ?? []));
    const own = Object.values(row.organisation).map(sameName);
    // Of namesakes the one of the same organisation is meant; without one nobody knows.
    const fitting = meant.filter(({ organisation }) =>
      Object.values(organisation).some((one) => own.includes(sameName(one))),
    );
    const person = fitting.length === 1 ? (fitting[0] ?? null) : null;
    const companies = distinct(own.flatMap((name) => organisations.get(name) ?? []));
    const isSeveral = fitting.length > 1 || (!person && companies.length > 1);
    return {
      ...row,
      person,
      organisationId: companies[0]?.id ?? null,
      isThere: person !== null && here.has(person.id),
      problems: isSeveral ? [...row.problems, "several"] : row.problems,
    };
  });
}

function distinct(all: readonly Known[]): Known[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
