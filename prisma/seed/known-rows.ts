import { newId } from "@/lib/core/ids";
import type { Prisma } from "@/lib/db/generated/client";
import type { Kind } from "@/lib/db/generated/enums";

const recordSelect = {
  id: true,
  kind: true,
  slug: true,
  state: true,
  version: true,
  seedHash: true,
  seedVersion: true,
} satisfies Prisma.RecordSelect;
const sourceSelect = {
  id: true,
  code: true,
  regionId: true,
  title: true,
  publisher: true,
  url: true,
  publishedOn: true,
  seedFile: true,
  supports: true,
  seedHash: true,
} satisfies Prisma.SourceSelect;

export type KnownRecord = Prisma.RecordGetPayload<{ select: typeof recordSelect }>;
export type KnownSource = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>;

/** What the database holds before a load, and the ids of all that it will hold after it. */
export class KnownRows {
  readonly sources: Map<string, KnownSource>;
  readonly #records: Map<string, KnownRecord>;
  readonly #newIds = new Map<string, string>();

  constructor(records: KnownRecord[], sources: KnownSource[]) {
    this.#records = new Map(records.map((record) => [`${record.kind}:${record.slug}`, record]));
    this.sources = new Map(sources.map((source) => [source.code, source]));
  }

  static async read(tx: Prisma.TransactionClient): Promise<KnownRows> {
    const records = await tx.record.findMany({ where: { slug: { not: null } }, select: recordSelect });
    return new KnownRows(records, await tx.source.findMany({ select: sourceSelect }));
  }

  record(kind: Kind, slug: string): KnownRecord | undefined {
    return this.#records.get(`${kind}:${slug}`);
  }

  /** Records that came from facts, whether or not staff edited them since. */
  seeded(): KnownRecord[] {
    return [...this.#records.values()].filter((record) => record.seedHash !== null);
  }

  /** Id of a record that exists, or the one that it will get. That references lead somewhere was checked before. */
  idOf(kind: Kind, slug: string): string {
    return this.record(kind, slug)?.id ?? this.#newId(`${kind}:${slug}`);
  }

  sourceIdOf(code: string): string {
    return this.sources.get(code)?.id ?? this.#newId(`source:${code}`);
  }

  #newId(key: string): string {
    const id = this.#newIds.get(key) ?? newId();
    this.#newIds.set(key, id);
    return id;
  }
}
