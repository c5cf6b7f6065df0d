import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { templateScope } from "@/lib/programme/begin/rules";
import type { NewTemplate, NewVisit } from "@/lib/programme/begin/schema";
import { type CopiedGroup, copyRows, daysBetween, firstDay, joinRows } from "@/lib/programme/copy/rules";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { changeSheets, type SheetChanges } from "@/lib/programme/sheets/mutations";
import { listAt, tidy } from "@/lib/publishing/sheet";
import type { RecordDocument, Sheet } from "@/lib/publishing/types";
import { readHead } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { lockRecord } from "@/lib/record/draft/mutations";
import { toRevisionDocument } from "@/lib/record/draft/schema";
import { createRecord } from "@/lib/record/mutations";

/** Days of templates count from this one. */
const templateDay = "2000-01-01";

/** What another visit or a template gives to begin with, and its first day. */
type Beginning = { document: RecordDocument; groups: readonly CopiedGroup[]; from: string | null };

/**
 * Begins a visit: the record, its dates, one place, and what it takes from an earlier visit or a template. The caller has
 * asked for the right to create it.
 *
 * @param id of the form, so that sending it twice makes one visit
 * @returns  false where the beginning is not to be had
 */
export async function beginVisit(actor: Actor, id: string, input: NewVisit): Promise<boolean> {
  const { regionId, name, direction, startsOn, endsOn, tie } = input;
  const beginning = await readBeginning(actor, input.from);
  if (!beginning && input.from !== "") return false;
  await createRecord(actor, id, { kind: "visit", regionId, sourceLocale: "ru", name, slug: "" });
  await db().$transaction(
    async (tx) => {
      const head = await lockRecord(tx, actor, "edit", id);
      if (!head) return;
      const now = await readWorkingDocument(tx, head);
      // The form was sent twice: what it began is there.
      if (now.shared["values.direction"]) return;
      const days = startsOn && beginning?.from ? daysBetween(beginning.from, startsOn) : 0;
      const copied = beginning
        ? copyRows(beginning.document, { groups: beginning.groups, days, newId })
        : await ownPlace(tx, head, direction, startsOn, endsOn);
      const [, source] = input.from.split("/");
      const isVisit = input.from.startsWith("visit/");
      const values: Sheet = {
        "values.direction": direction,
        "values.startsOn": startsOn ?? "",
        "values.endsOn": endsOn ?? startsOn ?? "",
        "values.datePrecision": "day",
        "values.continuesId": isVisit && tie === "continues" ? (source ?? "") : "",
        "values.replyToId": isVisit && tie === "reply" ? (source ?? "") : "",
      };
      await changeSheets(tx, actor, head, joining(copied, values));
    },
    { timeout: 20_000, maxWait: 5_000 },
  );
  return true;
}

/** The region's own place of an inbound visit, under the region's name. */
async function ownPlace(
  tx: Tx,
  head: RecordHead,
  direction: string,
  startsOn: string | null,
  endsOn: string | null,
): Promise<RecordDocument> {
  if (direction !== "inbound" || !head.regionId) return { shared: {}, words: {} };
  const id = newId();
  const path = `rows.places.${id}`;
  const names = await tx.recordText.findMany({
    where: { recordId: head.regionId, state: "published" },
    select: { locale: true, name: true },
  });
  return {
    shared: tidy({
      "rows.places": id,
      [`${path}.country`]: "ru",
      [`${path}.regionId`]: head.regionId,
      [`${path}.timeZone`]: head.zone,
      [`${path}.startsOn`]: startsOn ?? "",
      [`${path}.endsOn`]: endsOn ?? startsOn ?? "",
    }),
    words: Object.fromEntries(names.map(({ locale, name }) => [locale, { [`texts.${id}.name`]: name.slice(0, 120) }])),
  };
}

async function readBeginning(actor: Actor, from: string): Promise<Beginning | null> {
  const [kind, id] = from.split("/");
  if (!id) return null;
  const tx = db();
  if (kind === "template") {
    const template = await tx.programmeTemplate.findFirst({
      where: { id, ...templateScope(actor) },
      select: { items: true },
    });
    return template && { document: toRevisionDocument(template.items), groups: ["items"], from: templateDay };
  }
  const head = await readHead(tx, id);
  if (head?.kind !== "visit" || !can(actor, "read", head)) return null;
  const document = await readWorkingDocument(tx, head);
  return { document, groups: ["places", "items", "contacts"], from: firstDay(document.shared) };
}

/** Keeps the stops of a visit to begin others with: without people, contacts and hours of any one day. */
export async function saveTemplate(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  { id, input }: { id: string; input: NewTemplate },
): Promise<boolean> {
  const document = await readWorkingDocument(tx, head);
  const from = firstDay(document.shared);
  const copied = copyRows(document, { groups: ["items"], days: from ? daysBetween(from, templateDay) : 0, newId });
  if (!copied.shared["rows.items"]) return false;
  const personal = /\.(?:hostId|interpreterId|contactId|contactPhone|contactWechat)$/;
  const shared = Object.fromEntries(Object.entries(copied.shared).filter(([path]) => !personal.test(path)));
  await tx.programmeTemplate.createMany({
    data: [{ id, regionId: head.regionId, ...input, items: { ...copied, shared }, authorId: actor.id }],
    skipDuplicates: true,
  });
  return true;
}

/**
 * Puts the stops of a template, or a tour of sites, into a visit.
 *
 * @returns how many stops came in; null where there is no such template
 */
export async function addTemplate(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  { id, day }: { id: string; day: string },
): Promise<number | null> {
  const template = await tx.programmeTemplate.findFirst({
    where: { id, ...templateScope(actor) },
    select: { items: true },
  });
  if (!template) return null;
  const copied = copyRows(toRevisionDocument(template.items), {
    groups: ["items"],
    days: daysBetween(templateDay, day),
    newId,
  });
  return addRows(tx, actor, head, copied);
}

/** Puts rows behind those that a visit has; what others saved meanwhile stays. */
export async function addRows(tx: Tx, actor: Actor, head: RecordHead, copied: RecordDocument): Promise<number> {
  await changeSheets(tx, actor, head, joining(copied));
  return listAt(copied.shared, "rows.items").length;
}

/** What a document adds to each sheet of a visit: its rows behind those that are there, its words, and these values. */
function joining(copied: RecordDocument, values: Sheet = {}): SheetChanges {
  const words = Object.entries(copied.words).map(([locale, more]) => [
    locale,
    (sheet: Sheet) => ({ ...sheet, ...more }),
  ]);
  return { ...Object.fromEntries(words), shared: (sheet) => joinRows({ ...sheet, ...values }, copied.shared) };
}
