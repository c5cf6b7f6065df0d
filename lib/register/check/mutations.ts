import "server-only";
import { putRows } from "@/lib/db/rows";
import type { Tx } from "@/lib/db/table";
import type { RecordDocument } from "@/lib/publishing/types";
import { readDocuments, readHeads } from "@/lib/record/document/staff-queries";
import { plainWords } from "@/lib/register/cell/word";
import { readRow } from "@/lib/register/check/cells";
import { addResident, cellOf, draftOf, type Known, namesOf, newHead, siteKeyOf } from "@/lib/register/check/drafts";
import { changesOf, count, emptyCounts, hasError, verdictOf } from "@/lib/register/check/rules";
import { loadContext, nameIn, taxKey } from "@/lib/register/check/staff-queries";
import type { CheckContext, Draft, ReadRow } from "@/lib/register/check/types";
import { skippedAs } from "@/lib/register/headers";
import { toCells } from "@/lib/register/schema";
import type { BatchHead, Counts, Notice, Verdict } from "@/lib/register/types";

/** Rows that are read, compared and written at once. */
const chunkRows = 500;

/**
 * Compares a file with the database and writes down what it would change; nothing else. Runs inside a transaction that
 * holds the batch.
 */
export async function checkBatch(tx: Tx, batch: BatchHead, now: Date): Promise<Counts> {
  const context = await loadContext(tx, batch);
  await tx.importChange.deleteMany({ where: { batchId: batch.id } });
  const sink = new Sink(tx, context);
  const seen = new Map<string, number>();
  const gathered = new Map<string, ReadRow[]>();
  for (let after = batch.headerRow; ; ) {
    const stored = await tx.importRow.findMany({
      where: { batchId: batch.id, number: { gt: after } },
      orderBy: { number: "asc" },
      take: chunkRows,
      select: { number: true, cells: true },
    });
    const last = stored.at(-1);
    if (!last) break;
    after = last.number;
    const rows: ReadRow[] = [];
    for (const { number, cells: json } of stored) {
      const cells = toCells(json);
      const skipped = skippedAs(cells, batch.headers);
      if (skipped) sink.skip(number, skipped);
      else rows.push(readRow({ number, cells }, context));
    }
    if (batch.kind === "site") await checkSites(rows, seen, context, sink);
    else for (const row of rows) gather(row, gathered, sink);
    await sink.flush();
  }
  const sites = [...gathered];
  for (let at = 0; at < sites.length; at += 50) {
    await checkBySite(new Map(sites.slice(at, at + 50)), context, sink);
    await sink.flush();
  }
  await tx.importBatch.update({
    where: { id: batch.id },
    data: { state: "checked", checkedAt: now, counts: sink.counts, trouble: null },
    select: { id: true },
  });
  return sink.counts;
}

/** One row, one site. */
async function checkSites(
  rows: readonly ReadRow[],
  seen: Map<string, number>,
  context: CheckContext,
  sink: Sink,
): Promise<void> {
  const wanted: { row: ReadRow; known: string | null; slug: string | null }[] = [];
  for (const row of rows) {
    const names = row.cells.filter(({ field }) => /^name/.test(field.id)).map(({ value }) => plainWords(value));
    const key = siteKeyOf(row, context);
    const own = key && ("known" in key ? [key.known] : names);
    const twin = own?.map((one) => seen.get(one)).find((one) => one !== undefined);
    if (twin !== undefined)
      row.notices.push({ code: "twice_in_file", level: "error", column: null, stood: String(twin) });
    for (const one of own ?? []) if (!seen.has(one)) seen.set(one, row.number);
    wanted.push({
      row,
      known: key && "known" in key ? key.known : null,
      slug: key && "slug" in key ? key.slug : null,
    });
  }
  const known = await sink.readKnown(wanted.flatMap((one) => one.known ?? []));
  for (const { row, known: id, slug } of wanted) {
    const found = id ? known.get(id) : undefined;
    if (hasError(row) || (!found && slug === null)) {
      sink.tell(row, []);
      continue;
    }
    const start: Known = found ?? { head: newHead("site", slug, context), document: { shared: {}, words: {} } };
    const draft = draftOf(start, [row], !found, context);
    sink.tell(row, [draft]);
    if (!hasError(row)) sink.keep(draft);
  }
}

/** Rows of lots and residents by their site; the others are told at once. */
function gather(row: ReadRow, gathered: Map<string, ReadRow[]>, sink: Sink): void {
  const site = cellOf(row, "site");
  if (site === "" && !hasError(row))
    row.notices.push({ code: "key_missing", level: "error", column: null, field: "site" });
  if (site === "" || hasError(row)) {
    sink.tell(row, []);
    return;
  }
  const known = gathered.get(site);
  if (known) known.push(row);
  else gathered.set(site, [row]);
}

async function checkBySite(bySite: ReadonlyMap<string, ReadRow[]>, context: CheckContext, sink: Sink): Promise<void> {
  const sites = await sink.readKnown([...bySite.keys()]);
  const companies =
    context.batch.kind === "resident" ? await findCompanies([...bySite.values()].flat(), context, sink) : null;
  for (const [siteId, rows] of bySite) {
    const site = sites.get(siteId);
    if (!site) continue;
    if (site.head.version === 0) {
      for (const row of rows) row.notices.push({ code: "other_place", level: "error", column: null });
    }
    if (!companies) markTwins(rows);
    const draft = companies ? emptyDraft(site) : draftOf(site, rows, false, context);
    for (const row of rows) {
      const company = companies?.get(row);
      if (company && !hasError(row)) addResident(draft, company.head.id, row);
    }
    for (const row of rows) {
      const company = companies?.get(row);
      sink.tell(row, company ? [company, draft] : [draft]);
    }
    sink.keep(draft);
  }
}

function emptyDraft({ head, document }: Known): Draft {
  return {
    head,
    isNew: false,
    before: document,
    after: { shared: { ...document.shared }, words: document.words },
    origins: new Map(),
    rows: [],
  };
}

/** The same lot twice: the second one stays out. */
function markTwins(rows: readonly ReadRow[]): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const code = plainWords(cellOf(row, "code"));
    const twin = seen.get(code);
    if (code !== "" && twin !== undefined) {
      row.notices.push({ code: "twice_in_file", level: "error", column: null, stood: String(twin) });
    } else seen.set(code, row.number);
  }
}

/** The company of each row: by its tax number, else by its name; several rows may name one. */
async function findCompanies(
  rows: readonly ReadRow[],
  context: CheckContext,
  sink: Sink,
): Promise<Map<ReadRow, Draft>> {
  const keys = new Map<string, { id: string | null; rows: ReadRow[] }>();
  for (const row of rows) {
    const tax = taxKey(cellOf(row, "taxNumber"));
    const name = namesOf(row)[0] ?? "";
    if (tax === "" && name === "") {
      row.notices.push({ code: "name_missing", level: "error", column: null });
      continue;
    }
    const byName = context.links.organisation.byName.get(plainWords(name)) ?? [];
    if (tax === "" && byName.length > 1) {
      row.notices.push({ code: "several_records", level: "error", column: null, stood: name });
      continue;
    }
    const id =
      sink.madeCompanies.get(tax || plainWords(name))?.head.id ??
      context.organisationByTaxNumber.get(tax) ??
      byName[0] ??
      null;
    const key = id ?? (tax || plainWords(name));
    const known = keys.get(key);
    if (known) known.rows.push(row);
    else keys.set(key, { id, rows: [row] });
  }
  const documents = await sink.readKnown([...keys.values()].flatMap(({ id }) => id ?? []));
  const drafts = new Map<ReadRow, Draft>();
  for (const [key, { id, rows: own }] of keys) {
    const made = sink.madeCompanies.get(key) ?? [...sink.madeCompanies.values()].find(({ head }) => head.id === id);
    const found = id ? documents.get(id) : undefined;
    // A company of another region, or of none, is named here and changed by those who keep it.
    const isOwn = !found || found.head.regionId === context.region.id;
    const start: Known = found ?? { head: newHead("organisation", null, context), document: { shared: {}, words: {} } };
    const draft = made ?? (isOwn ? draftOf(start, own, !found, context) : emptyDraft(start));
    if (!made && isOwn && own.some((row) => !hasError(row))) sink.keep(draft);
    if (!found && !made) sink.madeCompanies.set(key, draft);
    for (const row of own) drafts.set(row, draft);
  }
  return drafts;
}

type RowLine = { number: number; verdict: Verdict; record_id: string | null; notices: Notice[] };

/** Collects what was found and writes it in few statements. */
class Sink {
  readonly counts = emptyCounts();
  /** companies that this batch makes, by tax number or name */
  readonly madeCompanies = new Map<string, Draft>();
  #lines: RowLine[] = [];
  #drafts: Draft[] = [];

  constructor(
    readonly tx: Tx,
    readonly context: CheckContext,
  ) {}

  skip(number: number, code: "total_row" | "example_row" | "header_row"): void {
    const notices: Notice[] = [{ code, level: "note", column: null }];
    this.#lines.push({ number, verdict: "skipped", record_id: null, notices });
    count(this.counts, "skipped", notices);
  }

  tell(row: ReadRow, drafts: readonly Draft[]): void {
    const [draft] = drafts;
    const author = draft && this.context.drafted.get(draft.head.id);
    const verdict = verdictOf(row, drafts);
    if (author && (verdict === "changed" || verdict === "new")) {
      row.notices.push({ code: "has_draft", level: "confirm", column: null, stood: author });
    }
    this.#lines.push({ number: row.number, verdict, record_id: draft?.head.id ?? null, notices: row.notices });
    count(this.counts, verdict, row.notices);
  }

  keep(draft: Draft): void {
    this.#drafts.push(draft);
  }

  async readKnown(ids: readonly string[]): Promise<Map<string, Known>> {
    const heads = await readHeads(this.tx, [...new Set(ids)]);
    const documents = await readDocuments(this.tx, [...heads.values()]);
    const empty: RecordDocument = { shared: {}, words: {} };
    return new Map([...heads].map(([id, head]) => [id, { head, document: documents.get(id) ?? empty }]));
  }

  async flush(): Promise<void> {
    const { batch } = this.context;
    const lines = JSON.stringify(this.#lines);
    await this.tx.$executeRaw`
      UPDATE import_row r SET verdict = l.verdict, record_id = l.record_id, notices = l.notices
      FROM jsonb_to_recordset(${lines}::jsonb) AS l(number int, verdict text, record_id uuid, notices jsonb)
      WHERE r.batch_id = ${batch.id}::uuid AND r.number = l.number`;
    const rows = this.#drafts.flatMap((draft) => {
      const changes = changesOf(draft.before, draft.after);
      if (changes.length === 0) return [];
      const { head, isNew, after } = draft;
      return [
        {
          batch_id: batch.id,
          record_id: head.id,
          kind: head.kind,
          is_new: isNew,
          name: nameIn(after.words, batch.locale),
          version_before: head.version,
          changes,
          row_numbers: draft.rows.map(({ number }) => number),
        },
      ];
    });
    await putRows(this.tx, "import_change", ["batch_id", "record_id"], rows);
    this.counts.records += rows.length;
    this.#lines = [];
    this.#drafts = [];
  }
}
