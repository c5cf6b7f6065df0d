import "server-only";
import { formatDay, today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import { byNewestSource, freshnessOf } from "@/lib/source/rules";
import type { CitationView, DatePrecision, Figure, PartialDate, Provenance, SourceView } from "@/lib/source/types";

/** Columns of a source that readers may see. */
export const sourceColumns = {
  code: true,
  title: true,
  publisher: true,
  url: true,
  publishedOn: true,
  supports: true,
  regionId: true,
} as const;

type SourceRow = Omit<SourceView, "publishedOn" | "region"> & { publishedOn: Date | null; regionId: string | null };

/** Slugs of the published regions by id. */
type RegionSlugs = ReadonlyMap<string, string>;

/** Which regions have a list of sources of their own; the rest stands in the list that all share. */
export async function readRegionSlugs(): Promise<RegionSlugs> {
  const rows = await db().record.findMany({
    where: { kind: "region", state: "published" },
    select: { id: true, slug: true },
  });
  return new Map(rows.flatMap(({ id, slug }) => (slug ? [[id, slug]] : [])));
}

export function toSourceView({ publishedOn, regionId, ...row }: SourceRow, regions: RegionSlugs): SourceView {
  const region = (regionId && regions.get(regionId)) || null;
  return { ...row, region, publishedOn: publishedOn && formatDay(publishedOn) };
}

/** A stored day and its precision as a period; the day is the last of it for deadlines, the first for beginnings. */
export function toPartialDate(from: Date | null, to: Date | null, precision: DatePrecision | null): PartialDate | null {
  const first = from ?? to;
  const last = to ?? from;
  if (!first || !last || !precision) return null;
  return { from: formatDay(first), to: formatDay(last), precision };
}

async function readFacts(recordIds: string[]) {
  return db().fact.findMany({
    where: { recordId: { in: recordIds }, record: { state: "published" } },
    select: {
      partId: true,
      recordId: true,
      field: true,
      qualifier: true,
      valueTo: true,
      asOf: true,
      asOfPrecision: true,
      reviewBy: true,
      reviewPrecision: true,
      checkedOn: true,
      citations: {
        orderBy: { position: "asc" },
        select: { agrees: true, says: true, saysValue: true, source: { select: sourceColumns } },
      },
    },
  });
}

type Fact = Awaited<ReturnType<typeof readFacts>>[number];

/** Where the facts of some published records come from. */
export class Backing {
  readonly #facts = new Map<string, Fact>();
  readonly #regions: RegionSlugs;
  readonly #today = today();

  constructor(facts: Fact[], regions: RegionSlugs) {
    this.#regions = regions;
    for (const fact of facts) this.#facts.set(`${fact.partId}/${fact.field}`, fact);
  }

  /**
   * A figure without its own fact takes its row's, then its record's; one that only lacks sources takes those.
   *
   * @param validTo  last day of a legal term of the fact
   * @throws Error when not even the record has a source: such a record cannot be published
   */
  provenance(recordId: string, partId: string = recordId, field = "all", validTo: Date | null = null): Provenance {
    const chain = [`${partId}/${field}`, `${partId}/all`, `${recordId}/all`].flatMap(
      (key) => this.#facts.get(key) ?? [],
    );
    const cited = chain.find((fact) => fact.citations.length > 0);
    if (!cited) throw new Error(`nothing backs ${field} of ${partId}`);
    const dated = chain.slice(0, chain.indexOf(cited) + 1).find((fact) => fact.asOf) ?? cited;
    return {
      asOf: toPartialDate(null, dated.asOf, dated.asOfPrecision),
      reviewBy: toPartialDate(null, dated.reviewBy, dated.reviewPrecision),
      checkedOn: dated.checkedOn && formatDay(dated.checkedOn),
      freshness: freshnessOf({ asOf: dated.asOf, reviewBy: dated.reviewBy, validTo, today: this.#today }),
      citations: cited.citations.map((row) => toCitationView(row, this.#regions)).sort(byNewestSource),
    };
  }

  /** The record's own provenance; for indicators and the like where the row is the figure, name the row. */
  figure(value: unknown, recordId: string, partId: string = recordId, field = "all"): Figure | null {
    const number = toNumber(value);
    if (number === null) return null;
    const fact = this.#facts.get(`${partId}/${field}`);
    return {
      value: number,
      valueTo: toNumber(fact?.valueTo),
      qualifier: fact?.qualifier ?? null,
      provenance: this.provenance(recordId, partId, field),
    };
  }

  qualifier(partId: string, field: string) {
    return this.#facts.get(`${partId}/${field}`)?.qualifier ?? null;
  }
}

/** Reads what backs the facts of records for public pages. */
export async function loadBacking(recordIds: readonly string[]): Promise<Backing> {
  return new Backing(...(await Promise.all([readFacts([...new Set(recordIds)]), readRegionSlugs()])));
}

function toCitationView(row: Fact["citations"][number], regions: RegionSlugs): CitationView {
  const source = toSourceView(row.source, regions);
  return { agrees: row.agrees, says: row.says, saysValue: toNumber(row.saysValue), source };
}

/** A column of the database's exact numbers as a plain number; null stays unknown. */
export function toNumber(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
