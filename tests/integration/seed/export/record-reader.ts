import { formatDay, formatPartialDate } from "@/lib/core/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { DatePrecision } from "@/lib/db/generated/enums";

/** What every record shares: its words in all languages and the backing of its figures and rows. */
export const spine = {
  slug: true,
  sectors: true,
  texts: {
    select: {
      locale: true,
      name: true,
      summary: true,
      words: { select: { partId: true, field: true, value: true } },
    },
  },
  facts: {
    select: {
      partId: true,
      field: true,
      qualifier: true,
      asOf: true,
      asOfPrecision: true,
      reviewBy: true,
      reviewPrecision: true,
      citations: { orderBy: { position: "asc" }, select: { source: { select: { code: true } } } },
    },
  },
} satisfies Prisma.RecordSelect;
type Spine = Prisma.RecordGetPayload<{ select: typeof spine }>;

export const byPosition = { orderBy: { position: "asc" } } as const;
export const slugOf = { select: { record: { select: { slug: true } } } } as const;

/** A code as the facts write it. */
export const dashed = (code: string | null | undefined) => code?.replaceAll("_", "-");
export const dashedAll = (codes: string[]) => codes.map((code) => code.replaceAll("_", "-"));
export const numberOf = (value: Prisma.Decimal | null) => value?.toNumber();
export const dayOf = (value: Date | null) => (value ? formatDay(value) : undefined);
export const partialDateOf = (value: Date | null | undefined, precision: DatePrecision | null | undefined) =>
  value && precision ? formatPartialDate(value, precision) : undefined;
export const unlessEmpty = <Item>(list: Item[]) => (list.length > 0 ? list : undefined);
export const pointOf = (row: { lat: number | null; lon: number | null; coordinatePrecision: string | null }) =>
  row.lat === null ? undefined : { lat: row.lat, lon: row.lon, precision: row.coordinatePrecision };

/** Reads words and backing of one record and of the rows in it, by their id. */
export class RecordReader {
  readonly id: string;
  readonly slug: string | null;
  readonly sectors: string[];
  readonly #record: Spine;

  constructor({ id, record }: { id: string; record: Spine }) {
    this.id = id;
    this.slug = record.slug;
    this.sectors = dashedAll(record.sectors);
    this.#record = record;
  }

  get name() {
    return this.#text((text) => text.name);
  }

  get summary() {
    return this.#text((text) => text.summary);
  }

  word(field: string, partId = this.id) {
    return this.#text((text) => text.words.find((word) => word.partId === partId && word.field === field)?.value);
  }

  sources(partId = this.id, field = "all") {
    return this.#fact(partId, field)?.citations.map((citation) => citation.source.code);
  }

  asOf(partId = this.id, field = "all") {
    const fact = this.#fact(partId, field);
    return partialDateOf(fact?.asOf, fact?.asOfPrecision);
  }

  qualifier(partId = this.id, field = "all") {
    return dashed(this.#fact(partId, field)?.qualifier);
  }

  /** asOf, reviewBy and sources of a row or figure */
  backing(partId = this.id, field = "all") {
    const fact = this.#fact(partId, field);
    const reviewBy = partialDateOf(fact?.reviewBy, fact?.reviewPrecision);
    return { asOf: this.asOf(partId, field), reviewBy, sources: this.sources(partId, field) };
  }

  #fact(partId: string, field: string) {
    return this.#record.facts.find((fact) => fact.partId === partId && fact.field === field);
  }

  #text(pick: (text: Spine["texts"][number]) => string | null | undefined) {
    const words = this.#record.texts
      .map((text) => [text.locale, pick(text)] as const)
      .filter(([, word]) => word != null);
    return words.length > 0 ? Object.fromEntries(words) : undefined;
  }
}
