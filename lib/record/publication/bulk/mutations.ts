import "server-only";
import type { Actor } from "@/lib/auth/types";
import type { Locale } from "@/lib/db/generated/enums";
import { dropRows, getRows, putRows, type RawRow } from "@/lib/db/rows";
import type { Tx } from "@/lib/db/table";
import type { RecordDocument } from "@/lib/publishing/types";
import { partsOf, planWords } from "@/lib/record/document/rules";
import { readDocuments } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { changedParts, planShared, tablesOf, toColumn, type Wanted } from "@/lib/record/publication/bulk/rules";
import { shapes } from "@/lib/record/shapes";

type Author = Pick<Actor, "id" | "name" | "ipAddress">;
type Options = { now: Date; reason: string };

/** Rows of all tables of a record as they were, by table. */
export type Snapshot = Record<string, RawRow[]>;

/**
 * Puts many records of one kind in force with a few statements: by the same rules as `publish`, which writes one. All have
 * been checked. Runs inside a transaction that holds their locks; the caller announces what is no longer true.
 *
 * @throws Error when a sheet has issues; what the database refuses
 */
export async function publishMany(
  tx: Tx,
  author: Author,
  wanted: readonly Wanted<RecordHead>[],
  { now, reason }: Options,
): Promise<void> {
  const [first] = wanted;
  if (!first) return;
  await keepLoadedRevisions(tx, wanted);
  const known = await tx.record.findMany({
    where: { id: { in: wanted.filter(({ isNew }) => !isNew).map(({ head }) => head.id) } },
    select: { id: true, publishedAt: true },
  });
  const firstShown = new Map(known.map(({ id, publishedAt }) => [id, publishedAt]));
  const plans = wanted.map((one) => ({ one, parts: changedParts(one), plan: planShared(one) }));
  await putRows(
    tx,
    "record",
    ["id"],
    plans.map(({ one: { head }, plan }) => ({
      id: head.id,
      kind: head.kind,
      region_id: head.regionId,
      source_locale: head.sourceLocale,
      ...plan.record,
      version: head.version + 1,
      state: head.state === "draft" ? "published" : head.state,
      published_at: firstShown.get(head.id) ?? now,
      updated_at: now,
    })),
  );
  await putRows(
    tx,
    toColumn(shapes[first.head.kind].table),
    ["id"],
    plans.map(({ plan }) => plan.entity),
  );
  await putGroups(tx, plans);
  await putWords(tx, wanted, now);
  await putFacts(tx, plans);
  await putRows(
    tx,
    "revision",
    ["record_id", "version"],
    plans.map(({ one, parts }) => ({
      record_id: one.head.id,
      version: one.head.version + 1,
      document: one.after,
      parts,
      reason,
      author_id: author.id,
    })),
  );
  await auditMany(tx, author, plans, reason);
  await settle(tx);
}

type Plans = { one: Wanted<RecordHead>; parts: string[]; plan: ReturnType<typeof planShared> }[];

/** What the loader of the facts put in force has no revision yet: it gets one before it changes. */
async function keepLoadedRevisions(tx: Tx, wanted: readonly Wanted<RecordHead>[]): Promise<void> {
  const known = await tx.revision.findMany({
    where: { OR: [{ recordId: { in: wanted.map(({ head }) => head.id) } }] },
    select: { recordId: true, version: true },
  });
  const has = new Set(known.map(({ recordId, version }) => `${recordId}/${version}`));
  await tx.revision.createMany({
    data: wanted
      .filter(({ head }) => head.version > 0 && !has.has(`${head.id}/${head.version}`))
      .map(({ head, before }) => ({
        recordId: head.id,
        version: head.version,
        document: before,
        parts: ["shared", "ru", "zh", "en"],
      })),
  });
}

/** Rows that differ; new ones stand behind those that are there. */
async function putGroups(tx: Tx, plans: Plans): Promise<void> {
  const [first] = plans;
  if (!first) return;
  for (const shape of Object.values(shapes[first.one.head.kind].rows)) {
    const found = plans.flatMap(({ one, plan }) => {
      const group = plan.groups.get(shape.table);
      return group ? [{ id: one.head.id, isNew: one.isNew, rows: group.rows }] : [];
    });
    if (found.length === 0) continue;
    const [table, owner] = [toColumn(shape.table), toColumn(shape.owner)];
    const known = await getRows(
      tx,
      table,
      owner,
      found.filter(({ isNew }) => !isNew).map(({ id }) => id),
    );
    const rows = found.flatMap(({ id, rows: own }) => {
      const there = known.get(id) ?? [];
      let last = Math.max(-1, ...there.map(({ position }) => Number(position)));
      const positionOf = new Map(
        there.map((row) => [String(row[shape.key ? toColumn(shape.key) : "id"]), row.position]),
      );
      return own.map(({ id: rowId, raw }) => {
        if (!shape.isOrdered) return raw;
        const position = positionOf.get(rowId) ?? ++last;
        return { ...raw, position };
      });
    });
    await putRows(tx, table, shape.key ? [owner, toColumn(shape.key)] : ["id"], rows);
  }
}

async function putFacts(tx: Tx, plans: Plans): Promise<void> {
  const changed = plans.flatMap(({ one, plan }) => (plan.facts ? [{ one, facts: plan.facts }] : []));
  const known = changed.filter(({ one }) => !one.isNew).map(({ one }) => one.head.id);
  if (known.length > 0) await tx.fact.deleteMany({ where: { recordId: { in: known } } });
  const facts = changed.flatMap((one) => one.facts);
  await putRows(
    tx,
    "fact",
    ["id"],
    facts.map(({ fact }) => fact),
  );
  await putRows(
    tx,
    "citation",
    ["fact_id", "source_id"],
    facts.flatMap(({ citations }) => citations),
  );
}

/** Words of the languages that differ, and of no other. */
async function putWords(tx: Tx, wanted: readonly Wanted<RecordHead>[], now: Date): Promise<void> {
  const known = await tx.recordText.findMany({
    where: { recordId: { in: wanted.filter(({ isNew }) => !isNew).map(({ head }) => head.id) } },
    include: { words: true },
  });
  const knownOf = new Map(known.map((text) => [`${text.recordId}/${text.locale}`, text]));
  const [names, texts, gone, retold]: [
    RawRow[],
    RawRow[],
    RawRow[],
    { id: string; locale: Locale; version: number }[],
  ] = [[], [], [], []];
  for (const { head, before, after } of wanted) {
    const version = head.version + 1;
    const parts = partsOf(shapes[head.kind], head.id, after.shared);
    for (const part of changedParts({ head, isNew: false, before, after })) {
      const sheet = part === "shared" ? undefined : after.words[part];
      if (part === "shared" || !sheet) continue;
      const isSource = part === head.sourceLocale;
      const was = knownOf.get(`${head.id}/${part}`) ?? null;
      const options = { isSource, version, madeFrom: version, isMinor: false, origin: "person" as const, now };
      const plan = planWords(sheet, was, parts, options);
      const { sourceVersion, publishedAt, ...name } = plan.name;
      names.push({
        record_id: head.id,
        locale: part,
        ...name,
        source_version: sourceVersion,
        published_at: publishedAt,
        updated_at: now,
      });
      if (!isSource && was) retold.push({ id: head.id, locale: part, version });
      for (const { partId, sourceVersion: madeFrom, ...text } of plan.texts) {
        texts.push({ part_id: partId, locale: part, record_id: head.id, ...text, source_version: madeFrom });
      }
      gone.push(...plan.gone.map(({ partId, field }) => ({ part_id: partId, field, locale: part })));
    }
  }
  await putRows(tx, "record_text", ["record_id", "locale"], names);
  for (const { id, locale, version } of retold) {
    await tx.partText.updateMany({
      where: { recordId: id, locale },
      data: { sourceVersion: version, origin: "person" },
    });
  }
  await putRows(tx, "part_text", ["part_id", "field", "locale"], texts);
  for (const { part_id, field, locale } of gone) {
    await tx.partText.deleteMany({
      where: { partId: String(part_id), field: String(field), locale: locale as Locale },
    });
  }
}

async function auditMany(tx: Tx, author: Author, plans: Plans, reason: string): Promise<void> {
  await tx.auditEntry.createMany({
    data: plans.map(({ one: { head, after }, parts }) => ({
      action: "record.publish",
      staffId: author.id,
      staffName: author.name,
      ipAddress: author.ipAddress,
      kind: head.kind,
      recordId: head.id,
      regionId: head.regionId,
      label: (after.words[head.sourceLocale]?.name ?? "").replace(/\p{Cc}+/gu, " ").slice(0, 300) || null,
      version: head.version + 1,
      detail: { parts, reason },
    })),
  });
}

/** What the database checks at the end of a transaction is checked now. */
async function settle(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
}

/** Rows made from sites, once for all of them: each call looks through all records. */
export async function refillSites(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.$executeRaw`SELECT refill_site_filter(${[...ids]}::uuid[])::text`;
}

/** All rows of these records as they are, to be put back by `restoreMany`. */
export async function takeSnapshots(
  tx: Tx,
  kind: RecordHead["kind"],
  ids: readonly string[],
): Promise<Map<string, Snapshot>> {
  const snapshots = new Map<string, Snapshot>(ids.map((id) => [id, {}]));
  const tables = [{ table: "record", owner: "id" }, ...tablesOf(shapes[kind]), { table: "fact", owner: "record_id" }];
  for (const { table, owner } of tables) {
    for (const [id, rows] of await getRows(tx, table, owner, ids)) {
      const snapshot = snapshots.get(id);
      if (snapshot) snapshot[table] = rows;
    }
  }
  const factOwners = [...snapshots].flatMap(([id, { fact = [] }]) => fact.map((row) => [String(row.id), id] as const));
  const citations = await getRows(
    tx,
    "citation",
    "fact_id",
    factOwners.map(([fact]) => fact),
  );
  for (const [fact, id] of factOwners) {
    const snapshot = snapshots.get(id);
    if (snapshot) snapshot.citation = [...(snapshot.citation ?? []), ...(citations.get(fact) ?? [])];
  }
  return snapshots;
}

/**
 * Puts records back as they were, down to the versions of their texts; only the version of the record itself grows, as it
 * does with every change.
 */
export async function restoreMany(
  tx: Tx,
  author: Author,
  heads: readonly RecordHead[],
  snapshots: ReadonlyMap<string, Snapshot>,
  { now, reason }: Options,
): Promise<void> {
  const [first] = heads;
  if (!first) return;
  const ids = heads.map(({ id }) => id);
  const rowsOf = (table: string) => ids.flatMap((id) => snapshots.get(id)?.[table] ?? []);
  await tx.fact.deleteMany({ where: { recordId: { in: ids } } });
  const tables = tablesOf(shapes[first.kind]);
  for (const { table, owner, key } of [...tables].reverse()) await dropRows(tx, table, owner, ids, key, rowsOf(table));
  const versions = new Map(heads.map(({ id, version }) => [id, version]));
  const records = rowsOf("record").map((row) => ({
    ...row,
    version: (versions.get(String(row.id)) ?? 0) + 1,
    updated_at: now,
  }));
  await putRows(tx, "record", ["id"], records);
  for (const { table, key } of tables) await putRows(tx, table, key, rowsOf(table));
  await putRows(tx, "fact", ["id"], rowsOf("fact"));
  await putRows(tx, "citation", ["fact_id", "source_id"], rowsOf("citation"));
  const restored = heads.map((head) => ({ ...head, version: head.version + 1 }));
  const documents: Map<string, RecordDocument> = await readDocuments(tx, restored);
  const plans = restored.map(({ id, version }) => ({
    record_id: id,
    version,
    document: documents.get(id),
    parts: ["shared", "ru", "zh", "en"],
    reason,
    author_id: author.id,
  }));
  await putRows(tx, "revision", ["record_id", "version"], plans);
  await settle(tx);
}
