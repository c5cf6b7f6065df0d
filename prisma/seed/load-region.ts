import { parseSpan } from "@/lib/core/dates";
import { planLegalFlags } from "./columns";
import type { IndicatorFact, PlaceFact, RegionFact, TieFact } from "./facts-schema/region";
import type { KnownRows } from "./known-rows";
import { RecordPlan } from "./record-plan";

/** A region with its indicators, which the file keeps beside it. */
export function planRegion(fact: RegionFact, indicators: IndicatorFact[], known: KnownRows): RecordPlan {
  const { slug, name, summary, sectors } = fact;
  const whole = { region: fact, indicators };
  const plan = new RecordPlan(
    { kind: "region", slug, region: slug, fact: whole, name, summary, sectors, backing: { sources: fact.sources } },
    known,
  );
  const [bboxWest = null, bboxSouth = null, bboxEast = null, bboxNorth = null] = fact.bbox ?? [];
  plan.rows.region.push({
    id: plan.id,
    isoCode: fact.isoCode,
    timeZone: fact.timezone,
    areaKm2: fact.areaKm2 ?? null,
    population: fact.population?.value ?? null,
    grpRub: fact.grpRub?.value ?? null,
    grpYear: fact.grpRub?.year ?? null,
    bboxWest,
    bboxSouth,
    bboxEast,
    bboxNorth,
  });
  plan.words(plan.part, { capital: fact.capital });
  if (fact.population) plan.back(plan.part, fact.population, "population");
  if (fact.grpRub) plan.back(plan.part, { sources: fact.grpRub.sources, qualifier: fact.grpRub.qualifier }, "grpRub");
  fact.strengths.forEach((strength, position) => {
    const part = plan.child("strength");
    plan.rows.strength.push({ id: part.partId, regionId: plan.id, position });
    plan.words(part, { title: strength.title, text: strength.text });
    plan.back(part, strength);
  });
  planAgency(plan, fact.agency);
  planLegalFlags(plan, fact.legalFlags);
  for (const [position, indicator] of indicators.entries()) planIndicator(plan, indicator, position);
  return plan;
}

function planAgency(plan: RecordPlan, agency: RegionFact["agency"]): void {
  const part = plan.child("contact");
  plan.rows.contact.push({
    id: part.partId,
    recordId: plan.id,
    kind: "agency",
    url: agency.url ?? null,
    portalUrl: agency.portalUrl ?? null,
    phone: agency.phone ?? null,
    email: agency.email ?? null,
  });
  plan.words(part, { name: agency.name, address: agency.address });
  plan.back(part, { sources: agency.sources });
  plan.back(part, { asOf: agency.phoneAsOf }, "phone");
}

/** The qualifier stands beside the value, because the row is the figure; its backing has only sources and dates. */
function planIndicator(plan: RecordPlan, fact: IndicatorFact, position: number): void {
  const part = plan.child("indicator");
  const period = parseSpan(fact.period);
  const comparison = fact.comparison ? parseSpan(fact.comparison.period) : null;
  plan.rows.indicator.push({
    id: part.partId,
    regionId: plan.id,
    key: fact.key,
    position,
    value: fact.value,
    unit: fact.unit,
    qualifier: fact.qualifier ?? null,
    periodFrom: period.from,
    periodTo: period.to,
    periodPrecision: period.precision,
    comparisonValue: fact.comparison?.value ?? null,
    comparisonFrom: comparison?.from ?? null,
    comparisonTo: comparison?.to ?? null,
    comparisonPrecision: comparison?.precision ?? null,
    comparisonQualifier: fact.comparison?.qualifier ?? null,
  });
  plan.words(part, { label: fact.label, note: fact.note });
  plan.back(part, { sources: fact.sources, asOf: fact.asOf, reviewBy: fact.reviewBy });
}

/** A Chinese province or city that several regions have ties with. */
export function planPlace(fact: PlaceFact, known: KnownRows): RecordPlan {
  const { slug, name, summary } = fact;
  const plan = new RecordPlan({ kind: "place", slug, region: null, fact, name, summary, backing: fact }, known);
  plan.rows.place.push({ id: plan.id, kind: fact.kind, country: "cn" });
  return plan;
}

/** A tie, and the place it leads to where shared.json does not have it: a draft, because no source tells of the place. */
export function planTie(fact: TieFact, region: string, known: KnownRows): RecordPlan[] {
  const { slug, name, kind, summary, partnerSlug } = fact;
  const plan = new RecordPlan({ kind: "tie", slug, region, fact, name, summary, backing: fact }, known);
  plan.rows.tie.push({
    id: plan.id,
    regionId: known.idOf("region", region),
    placeId: known.idOf("place", partnerSlug ?? slug),
    relation: fact.relation,
    sinceYear: fact.since ?? null,
  });
  plan.words(plan.part, { holder: fact.holder });
  if (partnerSlug !== undefined) return [plan];
  const stub = new RecordPlan({ kind: "place", slug, region: null, fact: { name, kind }, name, isStub: true }, known);
  stub.rows.place.push({ id: stub.id, kind, country: "cn" });
  return [stub, plan];
}
