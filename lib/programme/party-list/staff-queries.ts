import "server-only";
import { can, recordScope } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Capacity, Side } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import { FormFields, type Tried } from "@/lib/form/types";
import type { ConsentLevel } from "@/lib/organisation/types";
import { sameName } from "@/lib/programme/party-list/rules";
import { readNames, toTexts } from "@/lib/programme/party-list/schema";
import type { Known, ListedMember } from "@/lib/programme/party-list/types";
import type { PassState } from "@/lib/programme/passport/types";
import { textsAt } from "@/lib/programme/rules";
import { loadParty } from "@/lib/programme/share-queries";
import type { VisitHead } from "@/lib/programme/staff-types";
import type { RecordDocument } from "@/lib/publishing/types";
import { compileShared } from "@/lib/record/document/rules";
import type { Texts } from "@/lib/translation/types";

/**
 * The people of a visit in their order, as it is planned now. Names stand there whatever the consent: this is the list in
 * which consent is kept. Those of records that this actor may not read are empty.
 *
 * @param passes what is known of passport data; null for those who may not know
 */
export async function listMembers(
  actor: Actor,
  visit: VisitHead,
  document: RecordDocument,
  passes: ReadonlyMap<string, PassState> | null,
): Promise<ListedMember[]> {
  const compiled = compileShared(visit, document.shared);
  const rows = compiled.rows.participants ?? [];
  const idsOf = (column: string) => rows.flatMap(({ columns }) => textOf(columns[column]) ?? []);
  const tx = db();
  const [party, people] = await Promise.all([
    loadParty(tx, [compiled]),
    tx.person.findMany({
      where: { id: { in: idsOf("personId") } },
      select: { id: true, organisationId: true, consentLevel: true, record: { select: recordColumns } },
    }),
  ]);
  const organisations = await tx.organisation.findMany({
    where: { id: { in: [...idsOf("organisationId"), ...people.map(({ organisationId }) => organisationId)] } },
    select: { id: true, consentLevel: true, record: { select: recordColumns } },
  });
  const personOf = new Map(people.map((one) => [one.id, one]));
  const organisationOf = new Map(organisations.map((one) => [one.id, one]));
  return rows.map(({ id, columns }, index): ListedMember => {
    const own = (textOf(columns.consentLevel) ?? "counted") as ConsentLevel;
    const person = personOf.get(textOf(columns.personId) ?? "");
    const organisation = organisationOf.get(textOf(columns.organisationId) ?? person?.organisationId ?? "");
    const shown = person
      ? party.levelOfPerson(person.id, own)
      : organisation
        ? party.levelOfOrganisation(organisation.id, own)
        : own;
    return {
      id,
      number: index + 1,
      side: (textOf(columns.side) ?? "cn") as Side,
      capacity: (textOf(columns.capacity) ?? "member") as Capacity,
      person: person
        ? {
            id: person.id,
            name: namesFor(actor, person),
            position: namesFor(actor, person, positionOf(person.record)),
            level: person.consentLevel,
            isPublic: person.record.state === "published",
          }
        : null,
      organisation: organisation
        ? { id: organisation.id, name: namesFor(actor, organisation), level: organisation.consentLevel }
        : null,
      role: textsAt(document, `texts.${id}.role`),
      headcount: typeof columns.headcount === "number" ? columns.headcount : null,
      own,
      shown,
      pass: passes ? (passes.get(id) ?? { state: "none", deleteAfter: null }) : null,
    };
  });
}

const recordColumns = {
  id: true,
  kind: true,
  regionId: true,
  state: true,
  texts: {
    where: { state: { not: "withdrawn" } },
    select: { locale: true, name: true, words: { where: { field: "position" }, select: { value: true } } },
  },
} as const;

type NamedRecord = {
  id: string;
  kind: "person" | "organisation" | string;
  regionId: string | null;
  state: string;
  texts: { locale: "ru" | "zh" | "en"; name: string; words: { value: string }[] }[];
};

function namesFor(
  actor: Actor,
  row: { consentLevel: ConsentLevel; record: NamedRecord },
  texts: Texts = Object.fromEntries(row.record.texts.map(({ locale, name }) => [locale, name])),
): Texts {
  const { id, kind, regionId, state } = row.record;
  const isOpen = state === "published" && row.consentLevel === "named";
  const target = { id, kind: kind === "organisation" ? ("organisation" as const) : ("person" as const), regionId };
  return isOpen || can(actor, "read", target) ? texts : {};
}

/** Names of people and organisations by id, as far as this actor may know them. */
export async function readNamesOf(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Texts>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.record.findMany({
    where: { id: { in: [...new Set(ids)] }, kind: { in: ["person", "organisation"] } },
    select: {
      ...recordColumns,
      asPerson: { select: { consentLevel: true } },
      asOrganisation: { select: { consentLevel: true } },
    },
  });
  return new Map(
    rows.map(({ asPerson, asOrganisation, ...record }) => {
      const consentLevel = (asPerson ?? asOrganisation)?.consentLevel ?? "counted";
      return [record.id, namesFor(actor, { consentLevel, record })];
    }),
  );
}

function positionOf({ texts }: NamedRecord): Texts {
  return Object.fromEntries(texts.flatMap(({ locale, words: [word] }) => (word ? [[locale, word.value]] : [])));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/**
 * People or organisations that have one of these names, in any language, among those that this actor may read.
 *
 * @returns by the name that was asked for, as `sameName` writes it
 */
export async function findKnown(
  tx: Tx,
  actor: Actor,
  kind: "person" | "organisation",
  names: readonly string[],
): Promise<Map<string, Known[]>> {
  const wanted = [...new Set(names.map((name) => name.normalize("NFC").replace(/\s+/g, " ").trim()).filter(Boolean))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.record.findMany({
    where: {
      kind,
      archivedAt: null,
      AND: [recordScope(actor, "read"), { texts: { some: { name: { in: wanted, mode: "insensitive" } } } }],
    },
    take: 1_000,
    orderBy: { id: "asc" },
    select: {
      id: true,
      texts: { select: { locale: true, name: true } },
      asPerson: {
        select: {
          organisation: { select: { record: { select: { texts: { select: { locale: true, name: true } } } } } },
        },
      },
    },
  });
  const found = new Map<string, Known[]>();
  for (const { id, texts, asPerson } of rows) {
    const known: Known = {
      id,
      name: toNames(texts),
      organisation: toNames(asPerson?.organisation.record.texts ?? []),
    };
    for (const key of new Set(texts.map(({ name }) => sameName(name))))
      found.set(key, [...(found.get(key) ?? []), known]);
  }
  return found;
}

function toNames(texts: readonly { locale: "ru" | "zh" | "en"; name: string }[]): Texts {
  return Object.fromEntries(texts.map(({ locale, name }) => [locale, name]));
}

/** People of the names that were typed, where a form was refused because there are such. */
export async function listNamesakes(actor: Actor, tried: Tried | null): Promise<Known[]> {
  if (tried?.result.code !== "known") return [];
  const found = await findKnown(db(), actor, "person", Object.values(toTexts(readNames(new FormFields(tried.fields)))));
  return [...new Map([...found.values()].flat().map((one) => [one.id, one])).values()];
}
