import { parseDay } from "@/lib/core/dates";
import type { Tax } from "@/lib/db/generated/enums";
import { coordinateColumns } from "./columns";
import type { Text } from "./facts-schema/base";
import type { CrossingFact, MeasureFact, RegimeFact } from "./facts-schema/regime";
import type { KnownRows } from "./known-rows";
import { RecordPlan } from "./record-plan";

export function planRegime(fact: RegimeFact, known: KnownRows): RecordPlan {
  const plan = new RecordPlan(
    { kind: "regime", slug: fact.slug, region: null, fact, name: fact.name, backing: fact },
    known,
  );
  plan.rows.regime.push({ id: plan.id, minInvestmentRub: fact.entry.minInvestmentRub ?? null });
  plan.words(plan.part, { law: fact.law, entryNote: fact.entry.note });
  plan.back(plan.part, { sources: fact.entry.sources }, "entry");
  planTaxRules(
    plan,
    fact.lines.map(({ rateText, ...line }) => ({ ...line, rate: rateText })),
  );
  fact.limits?.forEach((limit, position) => {
    const part = plan.child("regime_limit");
    const validFrom = limit.validFrom ? parseDay(limit.validFrom) : null;
    plan.rows.regimeLimit.push({ id: part.partId, regimeId: plan.id, position, validFrom });
    plan.words(part, { text: limit.text });
    plan.back(part, limit);
  });
  return plan;
}

type TaxLine = {
  tax: Tax;
  rate: Text;
  ordinaryRate?: Text;
  ratePercent?: number;
  isCeiling?: boolean;
  years?: number;
  conditions?: Text;
  validFrom?: string;
  validTo?: string;
  sources: string[];
};

/** Dated tax lines of a regime, or of one site where it differs from its regime. */
export function planTaxRules(plan: RecordPlan, lines: TaxLine[]): void {
  lines.forEach((line, position) => {
    const part = plan.child("tax_rule");
    plan.rows.taxRule.push({
      id: part.partId,
      recordId: plan.id,
      position,
      tax: line.tax,
      ratePercent: line.ratePercent ?? null,
      isCeiling: line.isCeiling ?? null,
      years: line.years ?? null,
      validFrom: line.validFrom ? parseDay(line.validFrom) : null,
      validTo: line.validTo ? parseDay(line.validTo) : null,
    });
    plan.words(part, { rate: line.rate, ordinaryRate: line.ordinaryRate, conditions: line.conditions });
    plan.back(part, line);
  });
}

export function planCrossing(fact: CrossingFact, known: KnownRows): RecordPlan {
  const { slug, name, note } = fact;
  const plan = new RecordPlan(
    { kind: "crossing", slug, region: null, fact, name, summary: note, backing: fact },
    known,
  );
  plan.rows.crossing.push({
    id: plan.id,
    kind: fact.kind,
    status: fact.status,
    ...coordinateColumns(fact.coordinates),
  });
  plan.words(plan.part, { cnSide: fact.cn, ruSide: fact.ru });
  return plan;
}

export function planMeasure(fact: MeasureFact, region: string | null, known: KnownRows): RecordPlan {
  const { slug, title, text } = fact;
  const plan = new RecordPlan(
    { kind: "measure", slug, region, fact, name: title, summary: text, backing: fact },
    known,
  );
  plan.rows.measure.push({
    id: plan.id,
    scope: fact.scope,
    regimeId: plan.idOf("regime", fact.regimeSlug),
    phone: fact.phone ?? null,
    validFrom: fact.validFrom ? parseDay(fact.validFrom) : null,
    validTo: fact.validTo ? parseDay(fact.validTo) : null,
  });
  plan.words(plan.part, { legalBasis: fact.legalBasis });
  return plan;
}
