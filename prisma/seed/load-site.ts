import { parseSpan } from "@/lib/core/dates";
import type { UtilityKind, UtilityUnit } from "@/lib/db/generated/enums";
import { coordinateColumns, planLegalFlags } from "./columns";
import { areaFields, type SiteFact } from "./facts-schema/site";
import type { KnownRows } from "./known-rows";
import { planTaxRules } from "./load-regime";
import { RecordPlan } from "./record-plan";
import { siteCountry } from "./site-country";

type UtilityField = keyof NonNullable<SiteFact["utilities"]>;
const UTILITIES: { field: UtilityField; kind: UtilityKind; unit: UtilityUnit }[] = [
  { field: "electricityMw", kind: "electricity", unit: "mw" },
  { field: "gasM3PerHour", kind: "gas", unit: "m3_per_hour" },
  { field: "waterM3PerDay", kind: "water", unit: "m3_per_day" },
  { field: "sewageM3PerDay", kind: "sewage", unit: "m3_per_day" },
  { field: "heatGcalPerHour", kind: "heat", unit: "gcal_per_hour" },
];

/** A site with all that stands on it. */
export function planSite(fact: SiteFact, region: string, known: KnownRows): RecordPlan {
  const { slug, name, summary, sectors } = fact;
  const plan = new RecordPlan({ kind: "site", slug, region, fact, name, summary, sectors, backing: fact }, known);
  plan.rows.site.push({
    id: plan.id,
    kind: fact.kind,
    status: fact.status,
    country: countryOf(fact),
    parentId: plan.idOf("site", fact.parentSiteSlug),
    regimeId: plan.idOf("regime", fact.regimeSlug),
    incentivesFromId: plan.idOf("site", fact.incentivesFrom),
    ...coordinateColumns(fact.coordinates),
    totalAreaHa: fact.totalAreaHa ?? null,
    availableAreaHa: fact.availableAreaHa ?? null,
    premisesM2: fact.premisesM2 ?? null,
    availablePremisesM2: fact.availablePremisesM2 ?? null,
    establishedYear: fact.establishedYear ?? null,
    phone: fact.phone ?? null,
    website: fact.website ?? null,
  });
  plan.words(plan.part, {
    municipality: fact.municipality,
    address: fact.address,
    managingCompany: fact.managingCompany,
  });
  for (const field of areaFields) {
    const backing = fact.figures?.[field];
    if (backing) plan.back(plan.part, backing, field);
  }
  planUtilities(plan, fact);
  planTransport(plan, fact);
  planLots(plan, fact);
  planStages(plan, fact);
  planServices(plan, fact);
  planLegalFlags(plan, fact.legalFlags);
  planTaxRules(
    plan,
    (fact.incentives ?? []).map(({ regimeRate, note, ...line }) => ({ ...line, rate: regimeRate, conditions: note })),
  );
  fact.residents?.forEach((resident, position) => {
    plan.rows.residency.push({ siteId: plan.id, organisationId: known.idOf("organisation", resident), position });
  });
  return plan;
}

function countryOf(fact: SiteFact): "ru" | "cn" {
  const country = siteCountry(fact.municipality, fact.coordinates);
  if (!country.ok) throw new Error(`site ${fact.slug}: ${country.reason}`); // was checked when the file was read
  return country.country;
}

/** The facts tell totals only; whether they are free, and from when, is unknown. */
function planUtilities(plan: RecordPlan, fact: SiteFact): void {
  for (const { field, kind, unit } of UTILITIES) {
    const totalCapacity = fact.utilities?.[field];
    if (totalCapacity === undefined) continue;
    const part = plan.child("utility");
    plan.rows.siteUtility.push({ id: part.partId, siteId: plan.id, kind, unit, totalCapacity });
    plan.back(part, { sources: fact.utilitiesSources, asOf: fact.utilitiesAsOf });
  }
}

function planTransport(plan: RecordPlan, fact: SiteFact): void {
  fact.transport?.forEach((link, position) => {
    const part = plan.child("transport");
    plan.rows.transportLink.push({
      id: part.partId,
      siteId: plan.id,
      position,
      mode: link.mode,
      distanceKm: link.distanceKm,
      crossingId: plan.idOf("crossing", link.crossingSlug),
    });
    plan.words(part, { name: link.name });
    plan.back(part, link);
  });
}

function planLots(plan: RecordPlan, fact: SiteFact): void {
  fact.lots?.forEach((lot, position) => {
    const part = plan.child("lot");
    plan.rows.lot.push({
      id: part.partId,
      siteId: plan.id,
      position,
      code: lot.code,
      kind: lot.kind,
      status: lot.status,
      areaHa: lot.areaHa ?? null,
      areaM2: lot.areaM2 ?? null,
      reservedPercent: lot.reservedPercent ?? null,
      priceAmount: lot.priceRub ?? null,
      priceCurrency: lot.priceRub === undefined ? null : "rub",
      pricePer: lot.pricePer ?? null,
    });
    plan.words(part, { name: lot.name });
    plan.back(part, lot);
  });
}

/** A stage counts from the last day of its date: "2026" is not late before 31 December 2026. */
function planStages(plan: RecordPlan, fact: SiteFact): void {
  fact.readiness?.forEach((stage, position) => {
    const part = plan.child("stage");
    const ready = parseSpan(stage.date);
    plan.rows.siteStage.push({
      id: part.partId,
      siteId: plan.id,
      position,
      status: stage.status,
      readyOn: ready.to,
      readyPrecision: ready.precision,
      areaHa: stage.areaHa ?? null,
      premisesM2: stage.premisesM2 ?? null,
    });
    plan.words(part, { what: stage.what });
    plan.back(part, stage);
  });
}

function planServices(plan: RecordPlan, fact: SiteFact): void {
  fact.services?.forEach((service, position) => {
    const part = plan.child("service");
    plan.rows.siteService.push({
      id: part.partId,
      siteId: plan.id,
      key: service.key,
      position,
      status: service.status,
    });
    plan.words(part, { note: service.note });
    plan.back(part, { sources: service.sources, asOf: service.asOf, reviewBy: service.reviewBy });
  });
}
