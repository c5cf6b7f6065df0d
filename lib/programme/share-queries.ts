import "server-only";
import type { Tx } from "@/lib/db/table";
import type { ConsentLevel } from "@/lib/organisation/types";
import { type KnownOrganisation, type KnownPerson, Party } from "@/lib/programme/party";
import { type ProgrammeHead, type ProgrammeRefs, toProgramme } from "@/lib/programme/rules";
import type { Programme, ProgrammeContact, Viewer } from "@/lib/programme/types";
import type { Compiled } from "@/lib/publishing/compile";
import type { RecordDocument } from "@/lib/publishing/types";
import { compileShared } from "@/lib/record/document/rules";
import { readDocument } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { toRevisionDocument, toSheet } from "@/lib/record/draft/schema";
import type { Texts } from "@/lib/translation/types";

/** A programme as it was sent out. */
export type SentProgramme = { number: number; document: RecordDocument; note: string | null; publishedAt: Date };

/** The newest version that was sent out; null where none was. */
export async function readLatestVersion(tx: Tx, recordId: string): Promise<SentProgramme | null> {
  const row = await tx.programmeVersion.findFirst({ where: { recordId }, orderBy: { number: "desc" } });
  return row && toSent(row);
}

/** All versions, the oldest first. */
export async function readVersions(tx: Tx, recordId: string): Promise<SentProgramme[]> {
  const rows = await tx.programmeVersion.findMany({ where: { recordId }, orderBy: { number: "asc" } });
  return rows.map(toSent);
}

export async function readVersion(tx: Tx, recordId: string, number: number): Promise<SentProgramme | null> {
  const row = await tx.programmeVersion.findUnique({ where: { recordId_number: { recordId, number } } });
  return row && toSent(row);
}

function toSent(row: { number: number; document: unknown; note: string | null; publishedAt: Date }): SentProgramme {
  const { number, document, note, publishedAt } = row;
  return { number, document: toRevisionDocument(document), note, publishedAt };
}

/** What the organizers have in work: drafts where there are any, else what is in force. */
export async function readWorkingDocument(tx: Tx, head: RecordHead): Promise<RecordDocument> {
  const [inForce, drafts] = await Promise.all([
    readDocument(tx, head),
    tx.draft.findMany({ where: { recordId: head.id }, select: { locale: true, document: true } }),
  ]);
  const document: RecordDocument = { shared: inForce.shared, words: { ...inForce.words } };
  for (const { locale, document: sheet } of drafts) {
    if (locale) document.words[locale] = toSheet(sheet);
    else document.shared = toSheet(sheet);
  }
  return document;
}

/**
 * A programme for one viewer.
 *
 * @param sent a version that was sent out, or what is in work with number and time null
 */
export async function viewProgramme(
  tx: Tx,
  head: RecordHead,
  sent: { number: number | null; document: RecordDocument; note: string | null; publishedAt: Date | null },
  viewer: Viewer,
): Promise<Programme> {
  const [view] = await viewProgrammes(tx, head, [sent], viewer);
  if (!view) throw new Error("a programme has one view");
  return view;
}

/** Several versions for one viewer, with as many questions as for one. Consent is that of now for all of them. */
export async function viewProgrammes(
  tx: Tx,
  head: RecordHead,
  all: readonly { number: number | null; document: RecordDocument; note: string | null; publishedAt: Date | null }[],
  viewer: Viewer,
): Promise<Programme[]> {
  const compiled = all.map(({ document }) => compileShared(head, document.shared));
  const [party, refs, region] = await Promise.all([
    loadParty(tx, compiled),
    loadRefs(tx, head, compiled),
    readRegion(tx, head.regionId),
  ]);
  return all.map(({ number, document, note, publishedAt }, index) => {
    const own: ProgrammeHead = {
      id: head.id,
      slug: head.slug,
      zone: head.zone,
      region,
      version: number,
      publishedAt: publishedAt?.toISOString() ?? null,
      note,
    };
    return toProgramme(own, document, compiled[index] as Compiled, { party, refs, viewer });
  });
}

/**
 * Everybody whom these documents name, with the consent that holds now.
 *
 * @param others who is met beside the programme, as in the outcomes of the visit
 */
export async function loadParty(
  tx: Tx,
  compiled: readonly Compiled[],
  others: { people: readonly string[]; organisations: readonly string[] } = { people: [], organisations: [] },
): Promise<Party> {
  const people = new Set(others.people);
  const organisations = new Set(others.organisations);
  const levels = new Map<string, ConsentLevel>();
  const add = (set: Set<string>, id: unknown) => typeof id === "string" && set.add(id);
  const order: ConsentLevel[] = ["counted", "sector", "named"];
  const lower = (id: unknown, level: ConsentLevel) => {
    if (typeof id !== "string") return;
    const known = levels.get(id);
    if (!known || order.indexOf(level) < order.indexOf(known)) levels.set(id, level);
  };
  for (const { columns, rows } of compiled) {
    add(people, columns.headId);
    add(organisations, columns.organizerId);
    for (const { columns: one } of rows.participants ?? []) {
      add(people, one.personId);
      add(organisations, one.organisationId);
      const level = order.find((known) => known === one.consentLevel) ?? "counted";
      // A company that comes with a person has agreed to nothing by him, and he to nothing by it.
      lower(typeof one.personId === "string" ? one.personId : one.organisationId, level);
    }
    for (const { columns: one } of rows.items ?? []) {
      for (const id of [one.hostId, one.interpreterId, one.contactId]) add(people, id);
      add(organisations, one.organisationId);
    }
    for (const { columns: one } of rows.meetings ?? []) {
      add(people, one.interpreterId);
      add(organisations, one.organisationId);
    }
    for (const { columns: one } of rows.contacts ?? []) add(people, one.personId);
  }
  const personRows = await tx.person.findMany({
    where: { id: { in: [...people] } },
    select: { id: true, organisationId: true, consentLevel: true, isHanziConfirmed: true },
  });
  for (const { organisationId } of personRows) organisations.add(organisationId);
  const organisationRows = await tx.organisation.findMany({
    where: { id: { in: [...organisations] } },
    select: {
      id: true,
      kind: true,
      country: true,
      placeId: true,
      consentLevel: true,
      record: { select: { sectors: true } },
    },
  });
  const ids = [...personRows, ...organisationRows].map(({ id }) => id);
  const places = organisationRows.flatMap(({ placeId }) => placeId ?? []);
  const [names, positions, aliases] = await Promise.all([
    readNames(tx, [...ids, ...places]),
    readWordsOf(
      tx,
      personRows.map(({ id }) => id),
      "position",
    ),
    readOtherNames(tx, ids),
  ]);
  return new Party(
    new Map(
      personRows.map(({ id, ...row }): [string, KnownPerson] => [
        id,
        { ...row, name: names.get(id) ?? {}, otherNames: aliases.get(id) ?? [], position: positions.get(id) ?? {} },
      ]),
    ),
    new Map(
      organisationRows.map(({ id, record, placeId, ...row }): [string, KnownOrganisation] => [
        id,
        {
          ...row,
          sectors: record.sectors,
          place: (placeId && names.get(placeId)) || {},
          name: names.get(id) ?? {},
          otherNames: aliases.get(id) ?? [],
        },
      ]),
    ),
    levels,
  );
}

/** Names that are in force, published or not; a name that was withdrawn is nobody's any more. */
async function readNames(tx: Tx, ids: readonly string[]): Promise<Map<string, Texts>> {
  const rows = await tx.recordText.findMany({
    where: { recordId: { in: [...ids] }, state: { not: "withdrawn" } },
    select: { recordId: true, locale: true, name: true },
  });
  return group(rows.map(({ recordId, locale, name }) => [recordId, locale, name]));
}

async function readWordsOf(tx: Tx, ids: readonly string[], field: string): Promise<Map<string, Texts>> {
  const rows = await tx.partText.findMany({
    where: { partId: { in: [...ids] }, field },
    select: { partId: true, locale: true, value: true },
  });
  return group(rows.map(({ partId, locale, value }) => [partId, locale, value]));
}

/** Names that drafts propose: they are nobody's yet, but no text may give them away. */
async function readOtherNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const drafts = await tx.draft.findMany({
    where: { recordId: { in: [...ids] }, locale: { not: null } },
    select: { recordId: true, document: true },
  });
  const names = new Map<string, string[]>();
  for (const { recordId, document } of drafts) {
    const { name } = toSheet(document);
    if (name) names.set(recordId, [...(names.get(recordId) ?? []), name]);
  }
  return names;
}

function group(rows: (readonly [string, "ru" | "zh" | "en", string])[]): Map<string, Texts> {
  const found = new Map<string, Texts>();
  for (const [id, locale, text] of rows) found.set(id, { ...found.get(id), [locale]: text });
  return found;
}

/** What stops point to: published sites, events and documents. What is not published has only the words of the stop. */
async function loadRefs(tx: Tx, head: RecordHead, compiled: readonly Compiled[]): Promise<ProgrammeRefs> {
  const idsOf = (column: string) => [
    ...new Set(
      compiled.flatMap(({ rows }) =>
        (rows.items ?? []).flatMap(({ columns }) => {
          const id = columns[column];
          return typeof id === "string" ? [id] : [];
        }),
      ),
    ),
  ];
  const isPublic = { record: { state: "published" } } as const;
  const [sites, events, documents, agency] = await Promise.all([
    tx.site.findMany({
      where: { id: { in: idsOf("siteId") }, ...isPublic },
      select: {
        id: true,
        lat: true,
        lon: true,
        record: { select: { slug: true, region: { select: { record: { select: { slug: true } } } } } },
      },
    }),
    tx.event.findMany({ where: { id: { in: idsOf("eventId") }, ...isPublic }, select: { id: true } }),
    tx.mediaAsset.findMany({
      where: { id: { in: idsOf("documentId") }, ...isPublic, readyAt: { not: null } },
      select: { id: true, storageKey: true },
    }),
    readAgencyContact(tx, head.regionId),
  ]);
  const names = await readNames(
    tx,
    [...sites, ...events, ...documents].map(({ id }) => id),
  );
  return {
    sites: new Map(
      sites.map(({ id, lat, lon, record }) => [
        id,
        {
          slug: record.slug ?? "",
          regionSlug: record.region?.record.slug ?? "",
          name: names.get(id) ?? {},
          point: lat !== null && lon !== null ? { lat, lon } : null,
        },
      ]),
    ),
    events: new Map(events.map(({ id }) => [id, names.get(id) ?? {}])),
    documents: new Map(documents.map(({ id, storageKey }) => [id, { key: storageKey, name: names.get(id) ?? {} }])),
    agency,
  };
}

async function readAgencyContact(tx: Tx, regionId: string | null): Promise<ProgrammeContact | null> {
  if (!regionId) return null;
  const row = await tx.contact.findFirst({
    where: { recordId: regionId, kind: "agency", record: { state: "published" } },
    select: { id: true, phone: true, email: true, wechatId: true, languages: true },
  });
  if (!row) return null;
  const { id, ...contact } = row;
  return { ...contact, name: (await readWordsOf(tx, [id], "name")).get(id) ?? {}, person: null };
}

async function readRegion(tx: Tx, regionId: string | null): Promise<ProgrammeHead["region"]> {
  const row =
    regionId &&
    (await tx.region.findUnique({
      where: { id: regionId },
      select: { timeZone: true, record: { select: { slug: true } } },
    }));
  if (!row || !regionId) return { slug: "", name: {}, timeZone: "Europe/Moscow" };
  const name = (await readNames(tx, [regionId])).get(regionId) ?? {};
  return { slug: row.record.slug ?? "", name, timeZone: row.timeZone };
}
