import { formatDay } from "@/lib/core/dates";
import type { Tax, TaxLine } from "@/lib/regime/types";
import { askedUtilities } from "@/lib/site/rules";
import type {
  Availability,
  Currency,
  LotKind,
  LotStatus,
  LotView,
  PricePer,
  ServiceKey,
  ServiceView,
  StageView,
  TaxTable,
  TransportMode,
  TransportView,
  UtilityKind,
  UtilityUnit,
  UtilityView,
} from "@/lib/site/types";
import { type Backing, toNumber, toPartialDate } from "@/lib/source/public-queries";
import type { DatePrecision } from "@/lib/source/types";
import type { WordBook } from "@/lib/translation/public-queries";

/** Rows of a site as the database gives them become what components get. Amounts are exact numbers of the database. */
type Sources = { words: WordBook; backing: Backing };
type Amount = { toString(): string } | null;

type UtilityRow = {
  id: string;
  kind: UtilityKind;
  availability: Availability;
  availableFrom: Date | null;
  availablePrecision: DatePrecision | null;
  unit: UtilityUnit;
  totalCapacity: Amount;
  freeCapacity: Amount;
};

const usualUnit: Partial<Record<UtilityKind, UtilityUnit>> = {
  electricity: "mw",
  gas: "m3_per_hour",
  water: "m3_per_day",
  sewage: "m3_per_day",
  heat: "gcal_per_hour",
};

/** The asked utilities in their order, unknown ones included, then the others that are known. */
export function toUtilities(siteId: string, rows: UtilityRow[], { words, backing }: Sources): UtilityView[] {
  const known = rows.map((row) => ({
    kind: row.kind,
    availability: row.availability,
    availableFrom: toPartialDate(null, row.availableFrom, row.availablePrecision),
    unit: row.unit,
    total: backing.figure(row.totalCapacity, siteId, row.id),
    free: backing.figure(row.freeCapacity, siteId, row.id),
    note: words.word(row.id, "note"),
    provenance: backing.provenance(siteId, row.id),
  }));
  const asked = askedUtilities.map(
    (kind): UtilityView =>
      known.find((utility) => utility.kind === kind) ?? {
        kind,
        availability: "unknown",
        availableFrom: null,
        unit: usualUnit[kind] ?? "m3_per_day",
        total: null,
        free: null,
        note: null,
        provenance: null,
      },
  );
  return [...asked, ...known.filter(({ kind }) => !askedUtilities.includes(kind))];
}

type TransportRow = {
  id: string;
  mode: TransportMode;
  distanceKm: Amount;
  crossingId: string | null;
  crossing: { record: { slug: string | null } } | null;
};

export function toTransport(siteId: string, row: TransportRow, { words, backing }: Sources): TransportView {
  const crossingName = row.crossingId ? words.name(row.crossingId) : null;
  return {
    mode: row.mode,
    name: words.wordOf(row.id, "name"),
    distanceKm: Number(row.distanceKm),
    crossing: row.crossing?.record.slug && crossingName ? { slug: row.crossing.record.slug, name: crossingName } : null,
    provenance: backing.provenance(siteId, row.id),
  };
}

type LotRow = {
  id: string;
  code: string;
  kind: LotKind;
  status: LotStatus;
  areaHa: Amount;
  areaM2: Amount;
  reservedPercent: Amount;
  priceAmount: Amount;
  priceCurrency: Currency | null;
  pricePer: PricePer | null;
  cadastralNumber: string | null;
};

export function toLot(siteId: string, row: LotRow, { words, backing }: Sources): LotView {
  const amount = toNumber(row.priceAmount);
  return {
    code: row.code,
    name: words.word(row.id, "name"),
    kind: row.kind,
    status: row.status,
    areaHa: toNumber(row.areaHa),
    areaM2: toNumber(row.areaM2),
    reservedPercent: toNumber(row.reservedPercent),
    price:
      amount === null || !row.priceCurrency || !row.pricePer
        ? null
        : { amount, currency: row.priceCurrency, per: row.pricePer },
    cadastralNumber: row.cadastralNumber,
    note: words.word(row.id, "note"),
    provenance: backing.provenance(siteId, row.id),
  };
}

type StageRow = {
  id: string;
  status: StageView["status"];
  readyOn: Date;
  readyPrecision: DatePrecision;
  areaHa: Amount;
  premisesM2: Amount;
};

/** A planned stage whose day has passed is overdue, not done. */
export function toStage(
  siteId: string,
  row: StageRow,
  { words, backing, today }: Sources & { today: Date },
): StageView {
  const readyOn = formatDay(row.readyOn);
  return {
    status: row.status,
    readyOn: { from: readyOn, to: readyOn, precision: row.readyPrecision },
    isOverdue: row.status !== "done" && row.readyOn < today,
    what: words.wordOf(row.id, "what"),
    areaHa: toNumber(row.areaHa),
    premisesM2: toNumber(row.premisesM2),
    provenance: backing.provenance(siteId, row.id),
  };
}

type ServiceRow = { id: string; key: ServiceKey; status: ServiceView["status"] };

export function toService(siteId: string, row: ServiceRow, { words, backing }: Sources): ServiceView {
  return {
    key: row.key,
    status: row.status,
    note: words.word(row.id, "note"),
    provenance: backing.provenance(siteId, row.id),
  };
}

type TaxRow = {
  id: string;
  recordId: string;
  tax: Tax;
  years: number | null;
  validFrom: Date | null;
  validTo: Date | null;
  record: { kind: string; slug: string | null };
};

/**
 * Tax lines of a site: its own, else those of the zone that it belongs to, else those of its regime; each beside the
 * ordinary rate, where one is known.
 *
 * @returns null when none are known
 */
export function toTaxTable(
  site: { id: string; incentivesFromId: string | null; regimeId: string | null },
  rows: TaxRow[],
  { words, backing }: Sources,
): TaxTable | null {
  const owners = [
    { from: "site", id: site.id },
    { from: "zone", id: site.incentivesFromId },
    { from: "regime", id: site.regimeId },
  ] as const;
  const owner = owners.find(({ id }) => id !== null && rows.some(({ recordId }) => recordId === id));
  if (!owner?.id) return null;
  const ordinary = rows.filter(({ record }) => record.kind === "regime" && record.slug === "ordinary");
  const toRule = (row: TaxRow): TaxLine => {
    const usual = ordinary.find(({ tax }) => tax === row.tax);
    return {
      tax: row.tax,
      rate: words.wordOf(row.id, "rate"),
      ordinaryRate: words.word(row.id, "ordinaryRate") ?? (usual ? words.word(usual.id, "rate") : null),
      years: row.years,
      conditions: words.word(row.id, "conditions"),
      validFrom: row.validFrom && formatDay(row.validFrom),
      validTo: row.validTo && formatDay(row.validTo),
      provenance: backing.provenance(row.recordId, row.id, "all", row.validTo),
    };
  };
  return {
    from: owner.from,
    of: words.nameOf(owner.id),
    rules: rows.filter(({ recordId }) => recordId === owner.id).map(toRule),
  };
}
