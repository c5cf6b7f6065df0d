import "server-only";
import { can, recordScope } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { formatDay, today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/table";
import { isOpen, isOverdue } from "@/lib/outcome/rules";
import type { EarlierContact, LedgerLine, LedgerOwner, PaperSource } from "@/lib/programme/papers/staff-types";
import type { Party } from "@/lib/programme/party";
import {
  loadParty,
  readVersion,
  readVersions,
  readWorkingDocument,
  viewProgramme,
  viewProgrammes,
} from "@/lib/programme/share-queries";
import type { Viewer } from "@/lib/programme/types";
import type { RecordDocument } from "@/lib/publishing/types";
import { compileShared } from "@/lib/record/document/rules";
import { readHead } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { toPartialDate } from "@/lib/source/public-queries";
import type { Texts } from "@/lib/translation/types";

/**
 * The programme that a paper of staff is made of.
 *
 * @param version number of a version that was sent out; null: the work of the moment
 * @returns null where there is none such, or where this actor may not make papers of the visit: they look alike
 */
export async function readPaperSource(
  actor: Actor,
  recordId: string,
  { audience, version }: { audience: Viewer["audience"]; version: number | null },
): Promise<PaperSource | null> {
  if (!/^[0-9a-f-]{36}$/.test(recordId)) return null;
  const tx = db();
  const head = await readHead(tx, recordId);
  if (head?.kind !== "visit" || !can(actor, "share", head)) return null;
  const sent =
    version === null
      ? { number: null, document: await readWorkingDocument(tx, head), note: null, publishedAt: null }
      : await readVersion(tx, recordId, version);
  if (!sent) return null;
  const programme = await viewProgramme(tx, head, sent, { audience, participantId: null });
  return { head, document: sent.document, programme };
}

const outcomeColumns = {
  id: true,
  kind: true,
  stage: true,
  visibility: true,
  documentCount: true,
  dueOn: true,
  duePrecision: true,
  hasNoFollowUp: true,
  parties: { orderBy: { position: "asc" }, select: { organisationId: true } },
  owners: { select: { side: true, personId: true, organisationId: true, post: true } },
} satisfies Prisma.OutcomeSelect;

type OutcomeRow = Prisma.OutcomeGetPayload<{ select: typeof outcomeColumns }>;

/** What the visit led to, in the order of its ledger: parties and owners by consent. */
export async function readLedger(head: RecordHead, document: RecordDocument): Promise<LedgerLine[]> {
  const tx = db();
  const rows = await tx.outcome.findMany({
    where: { visitId: head.id, record: { archivedAt: null, state: { not: "withdrawn" } } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: outcomeColumns,
  });
  return toLedger(tx, head, document, rows);
}

/** Promises that are still open and concern somebody of this programme, as far as this actor may see them. */
export async function readOpenPromises(
  actor: Actor,
  { head, document }: Pick<PaperSource, "head" | "document">,
): Promise<LedgerLine[]> {
  const tx = db();
  const { people, organisations } = await readWho(tx, head, document);
  const rows = await tx.outcome.findMany({
    where: {
      stage: { notIn: ["launched", "kept", "discontinued"] },
      hasNoFollowUp: false,
      record: visibleTo(actor),
      OR: [
        { parties: { some: { organisationId: { in: organisations } } } },
        { owners: { some: { OR: [{ organisationId: { in: organisations } }, { personId: { in: people } }] } } },
      ],
    },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: mostLines,
    select: outcomeColumns,
  });
  return toLedger(tx, head, document, rows);
}

/** A brief is read before a meeting: it has no hundred lines. */
const mostLines = 40;

const visibleTo = (actor: Actor): Prisma.RecordWhereInput => ({
  archivedAt: null,
  OR: [{ state: "published" }, { state: "draft", ...recordScope(actor, "read") }],
});

/** Visits and meetings in force, before this one, in which organisations of this programme took part; the newest first. */
export async function readEarlierContacts(
  actor: Actor,
  { head, document }: Pick<PaperSource, "head" | "document">,
): Promise<EarlierContact[]> {
  const tx = db();
  const { organisations, people } = await readWho(tx, head, document);
  const among = { in: organisations };
  const visits = await tx.visit.findMany({
    where: {
      id: { not: head.id },
      record: visibleTo(actor),
      OR: [
        { participants: { some: { OR: [{ organisationId: among }, { personId: { in: people } }] } } },
        { items: { some: { organisationId: among } } },
        { meetings: { some: { organisationId: among } } },
      ],
    },
    orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: mostLines,
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      datePrecision: true,
      participants: { select: { organisationId: true, personId: true } },
      items: { select: { organisationId: true } },
      meetings: { where: { organisationId: among }, select: { id: true, organisationId: true } },
    },
  });
  const personRows = await tx.person.findMany({
    where: { id: { in: people } },
    select: { id: true, organisationId: true },
  });
  const employer = new Map(personRows.map(({ id, organisationId }) => [id, organisationId]));
  // A text of an earlier visit must not give away who was met there either.
  const met = visits.flatMap(({ participants, items, meetings }) => [...participants, ...items, ...meetings]);
  const party = await loadParty(tx, [compileShared(head, document.shared)], {
    people: [...people, ...visits.flatMap((one) => one.participants.flatMap(({ personId }) => personId ?? []))],
    organisations: [...organisations, ...met.flatMap(({ organisationId }) => organisationId ?? [])],
  });
  const words = await readWords(
    tx,
    visits.flatMap(({ id, meetings }) => [id, ...meetings.map((meeting) => meeting.id)]),
  );
  return visits.map((visit) => {
    const there = new Set([
      ...visit.participants.flatMap(({ organisationId, personId }) => [
        organisationId,
        personId ? (employer.get(personId) ?? null) : null,
      ]),
      ...visit.items.map(({ organisationId }) => organisationId),
      ...visit.meetings.map(({ organisationId }) => organisationId),
    ]);
    return {
      name: party.mask(words.get(`${visit.id}/name`) ?? {}),
      dates: toPartialDate(visit.startsOn, visit.endsOn, visit.datePrecision),
      organisations: organisations.filter((id) => there.has(id)).flatMap((id) => party.organisation(id) ?? []),
      meetings: visit.meetings.map(({ id, organisationId }) => ({
        organisation: party.organisation(organisationId),
        topic: party.mask(words.get(`${id}/topic`) ?? {}),
        result: party.mask(words.get(`${id}/result`) ?? {}),
      })),
    };
  });
}

/** Ids of those whom the programme is about. They serve as conditions alone: names come through the party. */
async function readWho(tx: Tx, head: RecordHead, document: RecordDocument) {
  const { columns, rows } = compileShared(head, document.shared);
  const id = (value: unknown) => (typeof value === "string" ? [value] : []);
  const all = [...(rows.participants ?? []), ...(rows.items ?? []), ...(rows.meetings ?? [])].map((row) => row.columns);
  const people = [
    ...new Set([...id(columns.headId), ...all.flatMap((one) => [...id(one.personId), ...id(one.hostId)])]),
  ];
  const employers = await tx.person.findMany({ where: { id: { in: people } }, select: { organisationId: true } });
  const named = [...all.flatMap((one) => id(one.organisationId)), ...employers.map((one) => one.organisationId)];
  return { people, organisations: [...new Set(named)] };
}

async function toLedger(tx: Tx, head: RecordHead, document: RecordDocument, rows: OutcomeRow[]): Promise<LedgerLine[]> {
  const owners = rows.flatMap((row) => row.owners);
  const party = await loadParty(tx, [compileShared(head, document.shared)], {
    people: owners.flatMap(({ personId }) => personId ?? []),
    organisations: rows.flatMap((row) =>
      [...row.parties, ...row.owners].flatMap(({ organisationId }) => organisationId ?? []),
    ),
  });
  const words = await readWords(
    tx,
    rows.map(({ id }) => id),
  );
  const now = today();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    stage: row.stage,
    isOpen: isOpen(row.stage) && !row.hasNoFollowUp,
    isWorking: row.visibility === "working",
    hasNoFollowUp: row.hasNoFollowUp,
    documentCount: row.documentCount,
    name: party.mask(words.get(`${row.id}/name`) ?? {}),
    partiesNote: party.mask(words.get(`${row.id}/partiesNote`) ?? {}),
    parties: row.parties.flatMap(({ organisationId }) => party.organisation(organisationId) ?? []),
    owners: { ru: toOwner(row, "ru", party), cn: toOwner(row, "cn", party) },
    nextStep: party.mask(words.get(`${row.id}/nextStep`) ?? {}),
    due: toPartialDate(null, row.dueOn, row.duePrecision),
    dueText: party.mask(words.get(`${row.id}/dueText`) ?? {}),
    isOverdue: !row.hasNoFollowUp && isOverdue({ stage: row.stage, dueOn: row.dueOn, today: now }),
  }));
}

function toOwner(row: OutcomeRow, side: "ru" | "cn", party: Party): LedgerOwner | null {
  const owner = row.owners.find((one) => one.side === side);
  if (!owner) return null;
  return {
    post: party.maskText(owner.post),
    person: party.person(owner.personId),
    organisation: party.organisation(owner.organisationId) ?? party.organisationOf(owner.personId),
  };
}

/** Names of records and words of rows in force, by "id/field". */
async function readWords(tx: Tx, ids: string[]): Promise<Map<string, Texts>> {
  const [names, parts] = await Promise.all([
    tx.recordText.findMany({
      where: { recordId: { in: ids }, state: { not: "withdrawn" } },
      select: { recordId: true, locale: true, name: true },
    }),
    tx.partText.findMany({
      where: { partId: { in: ids } },
      select: { partId: true, field: true, locale: true, value: true },
    }),
  ]);
  const found = new Map<string, Texts>();
  const add = (key: string, locale: keyof Texts, text: string) => found.set(key, { ...found.get(key), [locale]: text });
  for (const { recordId, locale, name } of names) add(`${recordId}/name`, locale, name);
  for (const { partId, field, locale, value } of parts) add(`${partId}/${field}`, locale, value);
  return found;
}

/** All versions up to that of the source, for one audience, the oldest first. */
export async function readSentFor({ head, programme }: PaperSource, audience: Viewer["audience"]) {
  const tx = db();
  const versions = await readVersions(tx, head.id);
  const until = versions.filter(({ number }) => programme.version === null || number <= programme.version);
  return viewProgrammes(tx, head, until, { audience, participantId: null });
}

/** Numbers of the versions that were sent out, the newest first, with their day. */
export async function listSentVersions(recordId: string): Promise<{ number: number; day: string }[]> {
  const rows = await db().programmeVersion.findMany({
    where: { recordId },
    orderBy: { number: "desc" },
    select: { number: true, publishedAt: true },
  });
  return rows.map(({ number, publishedAt }) => ({ number, day: formatDay(publishedAt) }));
}
