import "server-only";
import { writeAudits } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/table";
import { type Locale, locales } from "@/lib/i18n/locales";
import {
  distinctOrganisations,
  organisationKey,
  sourceOf,
  withMembers,
  withRoles,
} from "@/lib/programme/party-list/rules";
import type { Ground, NewMember } from "@/lib/programme/party-list/types";
import { changeSheets } from "@/lib/programme/sheets/mutations";
import type { RecordHead } from "@/lib/record/document/types";
import type { Texts } from "@/lib/translation/types";

/**
 * Adds people to a visit: records of those who are new, in force but not public, and their rows, with as many statements as
 * for one. Runs inside a transaction that holds the lock of the visit; the caller has asked for the rights.
 *
 * @returns ids of the people, in their order
 */
export async function addMembers(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  members: readonly NewMember[],
): Promise<string[]> {
  const organisations = distinctOrganisations(members);
  await makeOrganisations(
    tx,
    actor,
    head,
    [...organisations.values()].map(({ id, member }) => ({ id, member })),
  );
  const people = members.map((member) => ({ member, id: member.personId ?? newId() }));
  const fresh = people.flatMap(({ id, member }) => {
    if (member.personId !== null) return [];
    const { organisation } = member;
    const organisationId = organisation.id ?? organisations.get(organisationKey(organisation.name))?.id ?? "";
    return [{ id, member, organisationId }];
  });
  await makePeople(tx, actor, head, fresh);
  const rows = people.map(({ id, member }) => ({ ...member, personId: id }));
  await changeSheets(tx, actor, head, {
    shared: (sheet) => withMembers(sheet, rows),
    ...Object.fromEntries(locales.map((one) => [one, (sheet: Record<string, string>) => withRoles(sheet, rows, one)])),
  });
  return people.map(({ id }) => id);
}

type NewRecordRow = { id: string; name: Texts; sourceLocale: Locale };

async function makeOrganisations(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  all: readonly { id: string; member: NewMember }[],
): Promise<void> {
  const rows = all.flatMap(({ id, member: { organisation, ground } }) =>
    organisation.id === null ? [{ ...organisation, id, ground, sourceLocale: sourceOf(organisation.name, {}) }] : [],
  );
  if (rows.length === 0) return;
  await makeRecords(tx, actor, head, "organisation", rows);
  await tx.organisation.createMany({ data: rows.map(({ id, kind, country }) => ({ id, kind, country })) });
  await noteConsents(
    tx,
    rows.map(({ id, level, ground }) => ({ organisationId: id, level, ground })),
  );
}

async function makePeople(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  all: readonly { id: string; member: NewMember; organisationId: string }[],
): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ id, member, organisationId }) => ({
    id,
    organisationId,
    ...member,
    sourceLocale: sourceOf(member.name, member.position),
  }));
  await makeRecords(tx, actor, head, "person", rows);
  await tx.person.createMany({ data: rows.map(({ id, organisationId }) => ({ id, organisationId })) });
  // A text stands beside a name of its language: a post without one waits until there is.
  await tx.partText.createMany({
    data: rows.flatMap(({ id, name, position, sourceLocale }) =>
      locales.flatMap((locale) => {
        const value = position[locale];
        if (!value || !name[locale]) return [];
        const text = {
          partId: id,
          recordId: id,
          kind: "person" as const,
          field: "position",
          locale,
          value,
          version: 1,
        };
        return [{ ...text, sourceVersion: locale === sourceLocale ? null : 1 }];
      }),
    ),
  });
  await noteConsents(
    tx,
    rows.map(({ id, level, ground }) => ({ personId: id, level, ground })),
  );
}

async function makeRecords(
  tx: Tx,
  actor: Actor,
  { regionId }: RecordHead,
  kind: "organisation" | "person",
  rows: readonly NewRecordRow[],
): Promise<void> {
  await tx.record.createMany({
    data: rows.map(({ id, sourceLocale }) => ({ id, kind, regionId, sourceLocale, version: 1 })),
  });
  await tx.recordText.createMany({
    data: rows.flatMap(({ id, name, sourceLocale }) =>
      locales.flatMap((locale) => {
        const text = name[locale];
        const own = { recordId: id, locale, state: "draft" as const, version: 1 };
        return text ? [{ ...own, name: text, sourceVersion: locale === sourceLocale ? null : 1 }] : [];
      }),
    ),
  });
  const lines = rows.map(({ id, name, sourceLocale }) => {
    const label = name[sourceLocale];
    const record = { id, kind, regionId, version: 1, ...(label ? { label } : {}) };
    return { action: "record.create" as const, record };
  });
  await writeAudits(tx, actor, lines);
}

type ConsentRow = { personId?: string; organisationId?: string; level: NewMember["level"]; ground: Ground | null };

/** Nobody agreed to anything without a ground: he is counted until there is one. */
async function noteConsents(tx: Tx, rows: readonly ConsentRow[]): Promise<void> {
  const agreed = rows.flatMap(({ level, ground, ...of }) =>
    ground && level !== "counted" ? [{ id: newId(), ...of, level, ...ground }] : [],
  );
  if (agreed.length > 0) await tx.consent.createMany({ data: agreed });
}
