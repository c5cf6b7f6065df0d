import "server-only";
import { formatDay, today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Capacity } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import { dayOf, deleteAfter, earlier, expiresBefore, isComplete, passOwner } from "@/lib/programme/passport/rules";
import { parsePassData } from "@/lib/programme/passport/schema";
import { unseal } from "@/lib/programme/passport/seal";
import type { PassData, PassState, PassStop, PassView } from "@/lib/programme/passport/types";
import { textsAt } from "@/lib/programme/rules";
import type { RecordDocument } from "@/lib/publishing/types";
import { compileShared } from "@/lib/record/document/rules";
import type { RecordHead } from "@/lib/record/document/types";
import type { Texts } from "@/lib/translation/types";

/** How passport data of a visit stand, without any of them. The caller has asked for the right. */
export async function readPassView(head: RecordHead, document: RecordDocument): Promise<PassView> {
  const { columns, rows } = compileShared(head, document.shared);
  const until = deleteAfter(columns, today(head.zone));
  const details = await db().passDetail.findMany({ where: { recordId: head.id } });
  const states = details.map((row): [string, PassState] => {
    const data = parsePassData(unseal(row, passOwner(head.id, row.participantId)));
    const state = data ? (isComplete(data) ? "complete" : "incomplete") : "unreadable";
    return [row.participantId, { state, deleteAfter: formatDay(earlier(row.deleteAfter, until)) }];
  });
  return {
    states: new Map(states),
    stops: (rows.items ?? []).flatMap(({ id, columns: item }): PassStop[] => {
      if (item.needsPass !== true || item.isCancelled === true) return [];
      const day = document.shared[`rows.items.${id}.startsAt`]?.slice(0, 10) ?? dayOf(item.dayOn);
      return [{ id, title: textsAt(document, `texts.${id}.title`), day }];
    }),
    keptUntil: formatDay(until),
    goEarlier: details.filter((row) => row.deleteAfter < until).length,
  };
}

/** One line of a pass list: names whatever the consent, because a gate compares them with a document. */
export type PassLine = {
  data: PassData | null;
  isExpiring: boolean;
  name: Texts;
  organisation: Texts;
  role: Texts;
  position: Texts;
  capacity: Capacity;
};

/** Everybody who takes part in person, in order. The caller has asked for the right, and writes down that it was used. */
export async function readPassLines(tx: Tx, head: RecordHead, document: RecordDocument): Promise<PassLine[]> {
  const { columns, rows } = compileShared(head, document.shared);
  const people = (rows.participants ?? []).filter(({ columns: one }) => typeof one.personId === "string");
  const [details, known] = await Promise.all([
    tx.passDetail.findMany({ where: { recordId: head.id } }),
    tx.person.findMany({
      where: { id: { in: people.map(({ columns: one }) => String(one.personId)) } },
      select: { id: true, organisationId: true },
    }),
  ]);
  const ownCompany = new Map(known.map((one) => [one.id, one.organisationId]));
  const companyOf = (one: Record<string, unknown>) =>
    String(one.organisationId ?? ownCompany.get(String(one.personId)) ?? "");
  const ids = people.flatMap(({ columns: one }) => [String(one.personId), companyOf(one)]).filter(Boolean);
  const texts = await tx.recordText.findMany({
    where: { recordId: { in: ids }, state: { not: "withdrawn" } },
    select: {
      recordId: true,
      locale: true,
      name: true,
      words: { where: { field: "position" }, select: { value: true } },
    },
  });
  const namesOf = (id: string): Texts =>
    Object.fromEntries(texts.flatMap((one) => (one.recordId === id ? [[one.locale, one.name]] : [])));
  const positionOf = (id: string): Texts =>
    Object.fromEntries(
      texts.flatMap(({ recordId, locale, words: [word] }) => (recordId === id && word ? [[locale, word.value]] : [])),
    );
  const lastDay = dayOf(columns.endsOn) ?? dayOf(columns.startsOn);
  return people.map(({ id, columns: one }): PassLine => {
    const row = details.find(({ participantId }) => participantId === id);
    const data = row ? parsePassData(unseal(row, passOwner(head.id, id))) : null;
    return {
      data,
      isExpiring: data !== null && expiresBefore(data, lastDay),
      name: namesOf(String(one.personId)),
      organisation: namesOf(companyOf(one)),
      role: textsAt(document, `texts.${id}.role`),
      position: positionOf(String(one.personId)),
      capacity: one.capacity as Capacity,
    };
  });
}
