import { formatDay, parseDay } from "@/lib/core/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Facts } from "./facts-schema/files";
import type { SourceFact } from "./facts-schema/source";
import { hashOf, toJsonObject } from "./hash";
import type { JsonObject } from "./json";
import type { KnownRows, KnownSource } from "./known-rows";

export type SourceRow = {
  id: string;
  code: string;
  regionId: string | null;
  title: string;
  publisher: string;
  url: string | null;
  publishedOn: Date | null;
  seedFile: string | null;
  supports: string;
};
export type SourcePlan = { row: SourceRow; hash: string; document: JsonObject };

/** Every row of the `sources` tables; those of a region's file belong to the region. */
export function planSources({ shared, regions }: Facts, known: KnownRows): SourcePlan[] {
  const plan = (fact: SourceFact, region: string | null): SourcePlan => {
    const row = {
      id: known.sourceIdOf(fact.id),
      code: fact.id,
      regionId: region === null ? null : known.idOf("region", region),
      title: fact.title,
      publisher: fact.publisher,
      url: fact.url ?? null,
      publishedOn: fact.published ? parseDay(fact.published) : null,
      seedFile: fact.seed ?? null,
      supports: fact.supports,
    };
    return { row, hash: contentHash(row), document: toJsonObject(fact) };
  };
  return [
    ...shared.sources.map((fact) => plan(fact, null)),
    ...regions.flatMap((file) => file.sources.map((fact) => plan(fact, file.region.slug))),
  ];
}

/** A source has no version: that staff edited it shows in its values, which no longer give the hash kept beside them. */
export function contentHash({
  code,
  regionId,
  title,
  publisher,
  url,
  publishedOn,
  seedFile,
  supports,
}: SourceRow): string {
  const day = publishedOn ? formatDay(publishedOn) : null;
  return hashOf("source", code, regionId, title, publisher, url, day, seedFile, supports);
}

export type SourceState = "new" | "same" | "changed" | "edited";

export function sourceState(plan: SourcePlan, known: KnownSource | undefined): SourceState {
  if (!known) return "new";
  const present = contentHash(known);
  if (present === plan.hash || known.seedHash === plan.hash) return "same";
  return present === known.seedHash ? "changed" : "edited";
}

/** Writes new and changed sources. Regions must be there already. */
export async function writeSources(
  tx: Prisma.TransactionClient,
  { created, changed }: { created: SourcePlan[]; changed: SourcePlan[] },
): Promise<void> {
  // Addresses are unique: two sources that swap theirs must not meet halfway.
  await tx.source.updateMany({ where: { id: { in: changed.map(({ row }) => row.id) } }, data: { url: null } });
  for (const { row, hash } of changed) {
    await tx.source.update({ where: { id: row.id }, data: { ...row, seedHash: hash }, select: { id: true } });
  }
  await tx.source.createMany({ data: created.map(({ row, hash }) => ({ ...row, seedHash: hash })) });
}
