import { parseSpan } from "@/lib/core/dates";
import { newId } from "@/lib/core/ids";
import type { Kind, Qualifier, Sector } from "@/lib/db/generated/enums";
import type { Text } from "./facts-schema/base";
import { hashOf, toJsonObject } from "./hash";
import type { JsonObject } from "./json";
import type { KnownRows } from "./known-rows";
import { emptyRows } from "./rows";

const LOCALES = ["ru", "zh", "en"] as const;

/** The address of a row that may hold words and figures: the record itself or a row in it. */
export type Part = { recordId: string; partId: string; kind: Kind };

/** What stands behind a figure or row. */
export type Backing = { sources?: string[]; asOf?: string; reviewBy?: string; qualifier?: Qualifier };

export type RecordInput = {
  kind: Kind;
  slug: string;
  /** slug of the region whose file holds the fact; null for shared.json */
  region: string | null;
  /** the fact, without what becomes a record of its own */
  fact: object;
  name: Text;
  summary?: Text;
  sectors?: Sector[];
  /** a place that only a tie names has no page: it stays a draft */
  isStub?: boolean;
  backing?: Backing;
};

/** One fact as the rows that it becomes. Nothing is written here; see write-rows.ts. */
export class RecordPlan {
  readonly kind: Kind;
  readonly slug: string;
  readonly id: string;
  readonly regionId: string | null;
  readonly sectors: Sector[];
  readonly isStub: boolean;
  readonly document: JsonObject;
  readonly hash: string;
  /** version of the record once these rows are written */
  readonly version: number;
  readonly part: Part;
  readonly rows = emptyRows();
  readonly #known: KnownRows;

  constructor(input: RecordInput, known: KnownRows) {
    this.#known = known;
    this.kind = input.kind;
    this.slug = input.slug;
    this.id = known.idOf(input.kind, input.slug);
    this.regionId = input.region === null ? null : known.idOf("region", input.region);
    this.sectors = input.sectors ?? [];
    this.isStub = input.isStub ?? false;
    this.document = toJsonObject(input.fact);
    this.hash = hashOf(input.kind, input.slug, input.region, this.document);
    this.version = (known.record(input.kind, input.slug)?.version ?? 0) + 1;
    this.part = { recordId: this.id, partId: this.id, kind: input.kind };
    for (const locale of LOCALES) {
      const summary = input.summary?.[locale] ?? null;
      this.rows.recordText.push({
        recordId: this.id,
        locale,
        name: input.name[locale],
        summary,
        ...this.#versions(locale),
      });
    }
    if (input.backing) this.back(this.part, input.backing);
  }

  /** A row inside the record, with an id of its own. */
  child(kind: Kind): Part {
    return { recordId: this.id, partId: newId(), kind };
  }

  /** Id of another record that this one points to; null where the fact names none. */
  idOf(kind: Kind, slug: string | undefined): string | null {
    return slug === undefined ? null : this.#known.idOf(kind, slug);
  }

  sourceIdOf(code: string): string {
    return this.#known.sourceIdOf(code);
  }

  /** Words of a row in all languages; a field that the fact leaves out gets no rows. */
  words(part: Part, texts: Record<string, Text | undefined>): void {
    for (const [field, text] of Object.entries(texts)) {
      if (!text) continue;
      for (const locale of LOCALES) {
        this.rows.partText.push({ ...part, field, locale, value: text[locale], ...this.#versions(locale) });
      }
    }
  }

  /** Sources, dates and qualifier of one figure, or of the whole row ("all"). */
  back(part: Part, { sources = [], asOf, reviewBy, qualifier }: Backing, field = "all"): void {
    if (sources.length === 0 && !asOf && !qualifier) return;
    const id = newId();
    const from = asOf ? parseSpan(asOf) : null;
    const until = reviewBy ? parseSpan(reviewBy) : null;
    this.rows.fact.push({
      id,
      ...part,
      field,
      qualifier: qualifier ?? null,
      asOf: from?.from ?? null,
      asOfPrecision: from?.precision ?? null,
      reviewBy: until?.to ?? null,
      reviewPrecision: until?.precision ?? null,
    });
    sources.forEach((code, position) => {
      this.rows.citation.push({ factId: id, sourceId: this.sourceIdOf(code), position });
    });
  }

  /** A translation is made from the Russian text of the same version. */
  #versions(locale: (typeof LOCALES)[number]) {
    return { version: this.version, sourceVersion: locale === "ru" ? null : this.version };
  }
}
