import type { Locale } from "@/lib/i18n/locales";
import type { ContactView, IndicatorView, LegalFlagView, Unit } from "@/lib/region/types";
import { type Backing, toPartialDate } from "@/lib/source/public-queries";
import type { DatePrecision, Qualifier } from "@/lib/source/types";
import type { WordBook } from "@/lib/translation/public-queries";

/** Rows of a region as the database gives them become what components get. */
type Sources = { words: WordBook; backing: Backing };

/** Flags with their words and sources; `from` says whose they are. */
export function toFlags(
  recordId: string,
  rows: { id: string; flag: LegalFlagView["flag"]; value: LegalFlagView["value"] }[],
  from: "site" | "region",
  { words, backing }: Sources,
): LegalFlagView[] {
  return rows.map((row) => ({
    flag: row.flag,
    value: row.value,
    note: words.word(row.id, "note"),
    act: words.word(row.id, "act"),
    from,
    provenance: backing.provenance(recordId, row.id),
  }));
}

type ContactRow = {
  id: string;
  phone: string | null;
  email: string | null;
  url: string | null;
  portalUrl: string | null;
  languages: Locale[];
};

export const contactColumns = {
  id: true,
  kind: true,
  phone: true,
  email: true,
  url: true,
  portalUrl: true,
  languages: true,
} as const;

/** A contact without a name of its own is no contact. */
export function toContact(
  recordId: string,
  row: ContactRow | undefined,
  { words, backing, isFallback }: Sources & { isFallback: boolean },
): ContactView | null {
  const name = row && words.word(row.id, "name");
  if (!row || !name) return null;
  const provenance = backing.provenance(recordId, row.id);
  return {
    name,
    address: words.word(row.id, "address"),
    phone: row.phone,
    phoneAsOf: row.phone ? backing.provenance(recordId, row.id, "phone").asOf : null,
    email: row.email,
    url: row.url,
    portalUrl: row.portalUrl,
    languages: row.languages,
    isFallback,
    provenance,
  };
}

type Amount = { toString(): string };

type IndicatorRow = {
  id: string;
  key: string;
  unit: Unit;
  value: Amount;
  qualifier: Qualifier | null;
  periodFrom: Date;
  periodTo: Date;
  periodPrecision: DatePrecision;
  comparisonValue: Amount | null;
  comparisonFrom: Date | null;
  comparisonTo: Date | null;
  comparisonPrecision: DatePrecision | null;
  comparisonQualifier: Qualifier | null;
};

/** One value of a statistic with its period and what it is compared with. */
export function toIndicator(regionId: string, row: IndicatorRow, { words, backing }: Sources): IndicatorView {
  const period = toPartialDate(row.periodFrom, row.periodTo, row.periodPrecision);
  const compared = toPartialDate(row.comparisonFrom, row.comparisonTo, row.comparisonPrecision);
  const figure = backing.figure(row.value, regionId, row.id);
  if (!period || !figure) throw new Error(`indicator ${row.id} has no period or value`);
  return {
    key: row.key,
    label: words.wordOf(row.id, "label"),
    note: words.word(row.id, "note"),
    unit: row.unit,
    figure: { ...figure, qualifier: row.qualifier },
    period,
    comparison:
      row.comparisonValue === null || !compared
        ? null
        : { value: Number(row.comparisonValue), qualifier: row.comparisonQualifier, period: compared },
  };
}
