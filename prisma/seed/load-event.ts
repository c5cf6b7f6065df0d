import { dayColumns } from "./columns";
import type { EventFact, ProjectFact } from "./facts-schema/event";
import type { KnownRows } from "./known-rows";
import { RecordPlan } from "./record-plan";

export function planEvent(fact: EventFact, region: string | null, known: KnownRows): RecordPlan {
  const { slug, title, summary } = fact;
  const plan = new RecordPlan({ kind: "event", slug, region, fact, name: title, summary, backing: fact }, known);
  plan.rows.event.push({
    id: plan.id,
    kind: fact.kind,
    country: fact.country,
    ...dayColumns(fact),
    datePrecision: fact.datePrecision,
  });
  plan.words(plan.part, { place: fact.place });
  return plan;
}

/** A case: sums in the facts are roubles. */
export function planProject(fact: ProjectFact, region: string, known: KnownRows): RecordPlan {
  const { slug, title, summary, sector } = fact;
  const plan = new RecordPlan(
    { kind: "project", slug, region, fact, name: title, summary, sectors: [sector], backing: fact },
    known,
  );
  plan.rows.project.push({
    id: plan.id,
    stage: fact.stage,
    investorId: plan.idOf("organisation", fact.investorOrgSlug),
    siteId: plan.idOf("site", fact.siteSlug),
    investmentAmount: fact.investmentRub ?? null,
    investmentCurrency: fact.investmentRub === undefined ? null : "rub",
    jobs: fact.jobs ?? null,
  });
  plan.words(plan.part, { output: fact.output });
  return plan;
}
