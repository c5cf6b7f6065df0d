import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { Field } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import { readDocuments, readHeads } from "@/lib/record/document/staff-queries";
import { listRecordIds, readNames } from "@/lib/record/list/staff-queries";
import type { ListFilter } from "@/lib/record/list/types";
import { type EditableKind, shapes } from "@/lib/record/shapes";
import { allMessages } from "@/lib/register/check/staff-queries";
import { cellsOfRecord, type Exported, type Linked, rowsOfList } from "@/lib/register/export/rows";
import { type ImportField, importFields } from "@/lib/register/fields";
import { makeSay } from "@/lib/register/say";
import type { RegisterKind } from "@/lib/register/types";
import { type AllMessages, labelOf, optionWords } from "@/lib/register/words";
import type { OutCell } from "@/lib/spreadsheet/write";
import { longestName } from "@/lib/translation/fields";

/** A file of more rows would keep its reader waiting too long. */
const mostRecords = 20_000;
const chunkRecords = 200;

export type ExportWish = { filter: ListFilter; recordId: string | null; list: RegisterKind | null; locale: Locale };
export type ExportTable = { name: string; headers: string[]; rows: AsyncIterable<OutCell[]>; count: number };

/**
 * All records of a list that this actor may see, in the columns in which imports take them, or by their fields. Read in
 * parts while the file is written.
 */
export async function openExport(actor: Actor, { filter, recordId, list, locale }: ExportWish): Promise<ExportTable> {
  const ids = recordId ? await ownId(actor, recordId) : await listRecordIds(actor, filter, mostRecords);
  const all = await allMessages();
  const say = makeSay(all[locale], locale);
  const kind = recordId ? ([...(await readHeads(db(), ids)).values()][0]?.kind ?? null) : filter.kind;
  const register: RegisterKind | null = kind === "site" ? (list ?? "site") : null;
  if (register) {
    const fields = importFields[register].filter(isExported);
    const headers = fields.map((field) => labelOf(all[locale], field));
    const rows = registerRows(ids, register, fields, { all, locale });
    return { name: say(`import.kind.${register}`), headers, rows, count: ids.length };
  }
  const columns = kind ? plainColumns(kind, all, locale) : [];
  const texts = (["name", "summary"] as const).flatMap((field) => locales.map((one) => ({ field, one })));
  const headers = [
    say("records.column.kind"),
    say("record.kind.region"),
    say("record.field.record.slug"),
    say("records.column.state"),
    ...texts.map(({ field, one }) => `${say(`record.text.${field}`)} (${say(`common.language.${one}`)})`),
    ...columns.map(({ label }) => label),
  ];
  const name = kind ? say(`record.kinds.${kind}`) : say("records.title");
  return { name, headers, rows: plainRows(ids, columns, { all, locale }), count: ids.length };
}

async function ownId(actor: Actor, recordId: string): Promise<string[]> {
  const head = (await readHeads(db(), [recordId])).get(recordId);
  return head && can(actor, "read", head) ? [head.id] : [];
}

/** Texts stand in a column for each language; a place in two columns. */
function isExported({ reading, label, id }: ImportField): boolean {
  if (id === "coordinates") return false;
  const hasLanguages = reading.as === "text" && /^(?:name|summary|note|municipality|address|managingCompany)$/.test(id);
  return !hasLanguages || label.language !== undefined;
}

type Words = { all: AllMessages; locale: Locale };

async function* records(ids: readonly string[]): AsyncGenerator<Exported[]> {
  for (let at = 0; at < ids.length; at += chunkRecords) {
    const heads = await readHeads(db(), ids.slice(at, at + chunkRecords));
    const byKind = new Map<EditableKind, (typeof heads extends Map<string, infer Head> ? Head : never)[]>();
    for (const head of heads.values()) byKind.set(head.kind, [...(byKind.get(head.kind) ?? []), head]);
    const documents = new Map<string, Exported>();
    for (const own of byKind.values()) {
      for (const [id, document] of await readDocuments(db(), own)) {
        const head = heads.get(id);
        if (head) documents.set(id, { head, document });
      }
    }
    yield ids.slice(at, at + chunkRecords).flatMap((id) => documents.get(id) ?? []);
  }
}

async function* registerRows(
  ids: readonly string[],
  register: RegisterKind,
  fields: readonly ImportField[],
  { all, locale }: Words,
): AsyncGenerator<OutCell[]> {
  const options = (set: string) => optionWords(all[locale], set);
  for await (const chunk of records(ids)) {
    const companies = register === "resident" ? await readCompanies(chunk) : new Map<string, Exported>();
    const linked = await readLinked([...chunk, ...companies.values()]);
    for (const one of chunk) {
      for (const row of rowsOfList(register, one, companies)) {
        yield fields.map((field) => cellsOfRecord(field, row, { options, linked }));
      }
    }
  }
}

async function readCompanies(sites: readonly Exported[]): Promise<Map<string, Exported>> {
  const ids = sites.flatMap(({ document }) => listAt(document.shared, "rows.residencies"));
  const found = new Map<string, Exported>();
  for await (const chunk of records([...new Set(ids)])) for (const one of chunk) found.set(one.head.id, one);
  return found;
}

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Addresses and names of what the records link to, and of their regions. */
async function readLinked(chunk: readonly Exported[]): Promise<Linked> {
  const ids = new Set(
    chunk.flatMap(({ head, document }) => [
      ...(head.regionId ? [head.regionId] : []),
      ...Object.entries(document.shared).flatMap(([path, value]) =>
        /^(?:values|rows)\./.test(path) && idPattern.test(value) ? [value] : [],
      ),
    ]),
  );
  const rows = await db().record.findMany({ where: { id: { in: [...ids] } }, select: { id: true, slug: true } });
  const names = await readNames([...ids], "ru");
  return new Map(rows.map(({ id, slug }) => [id, slug ?? names.get(id) ?? ""]));
}

type Column = { label: string; path: string; field: Field };

function plainColumns(kind: EditableKind, all: AllMessages, locale: Locale): Column[] {
  const say = makeSay(all[locale], locale);
  return Object.entries(shapes[kind].fields).map(([name, field]) => ({
    label: say(`record.field.${kind}.${name}`).slice(0, longestName),
    path: `values.${name}`,
    field,
  }));
}

async function* plainRows(
  ids: readonly string[],
  columns: readonly Column[],
  { all, locale }: Words,
): AsyncGenerator<OutCell[]> {
  const say = makeSay(all[locale], locale);
  for await (const chunk of records(ids)) {
    const linked = await readLinked(chunk);
    for (const { head, document } of chunk) {
      const texts = (["name", "summary"] as const).flatMap((field) =>
        locales.map((one) => document.words[one]?.[field] ?? null),
      );
      yield [
        say(`record.kind.${head.kind}`),
        head.regionId ? (linked.get(head.regionId) ?? "") : say("records.shared"),
        head.slug,
        say(`records.state.${head.state}`),
        ...texts,
        ...columns.map(({ path, field }) => plainCell(document.shared[path] ?? "", field, all, locale, linked)),
      ];
    }
  }
}

function plainCell(value: string, field: Field, all: AllMessages, locale: Locale, linked: Linked): OutCell {
  if (value === "") return null;
  if (field.type === "whole" || field.type === "decimal") return Number(value);
  if (field.type === "choice") return optionWords(all[locale], field.set)[value] ?? value;
  if (field.type === "link") return linked.get(value) ?? value;
  return value;
}

/** Sources, all of which every member of staff may read. */
export async function openSourceExport(locale: Locale): Promise<ExportTable> {
  const say = makeSay((await allMessages())[locale], locale);
  const count = await db().source.count();
  async function* rows(): AsyncGenerator<OutCell[]> {
    for (let after = ""; ; ) {
      const chunk = await db().source.findMany({
        ...(after ? { where: { id: { gt: after } } } : {}),
        orderBy: { id: "asc" },
        take: 500,
        select: {
          id: true,
          title: true,
          publisher: true,
          url: true,
          publishedOn: true,
          supports: true,
          archivedUrl: true,
        },
      });
      const last = chunk.at(-1);
      if (!last) return;
      after = last.id;
      for (const one of chunk) {
        yield [one.title, one.publisher, one.url, one.publishedOn, one.supports, one.archivedUrl];
      }
    }
  }
  const headers = (["title", "publisher", "url", "publishedOn", "supports", "archivedUrl"] as const).map((key) =>
    say(`sources.form.${key}`),
  );
  return { name: say("sources.title"), headers, rows: rows(), count };
}
