import { parseDay, parseSpan } from "@/lib/core/dates";
import type { OutcomeKind, OutcomeStage } from "@/lib/db/generated/enums";
import type { OutcomeFact } from "./facts-schema/visit";
import type { KnownRows } from "./known-rows";
import { RecordPlan } from "./record-plan";

/** What works on after it is done; the rest is over once it is kept. */
const LAUNCHED_WHEN_DONE: OutcomeKind[] = ["agreement", "joint_venture", "supply"];

/** Where an outcome stands on the ladder by what the facts say of it. */
export function stageOf({ kind, status }: Pick<OutcomeFact, "kind" | "status">): OutcomeStage {
  switch (status) {
    case "done":
      return LAUNCHED_WHEN_DONE.includes(kind) ? "launched" : "kept";
    case "in-progress":
      return "in_work";
    default:
      return status;
  }
}

type OutcomePlace = { visit: string; position: number; region: string };

/** A promise of a visit, with the step that puts it where it stands. */
export function planOutcome(
  fact: OutcomeFact,
  { visit, position, region }: OutcomePlace,
  known: KnownRows,
): RecordPlan {
  const { slug, title, sectors, sources } = fact;
  const whole = { ...fact, visit, position };
  const plan = new RecordPlan(
    { kind: "outcome", slug, region, fact: whole, name: title, sectors, backing: { sources } },
    known,
  );
  const due = fact.due ? parseSpan(fact.due) : null;
  plan.rows.outcome.push({
    id: plan.id,
    visitId: known.idOf("visit", visit),
    position,
    kind: fact.kind,
    visibility: "public",
    documentCount: fact.count ?? null,
    siteId: plan.idOf("site", fact.siteSlug),
    regimeId: plan.idOf("regime", fact.regimeSlug),
    eventId: plan.idOf("event", fact.eventSlug),
    dueOn: due?.to ?? null,
    duePrecision: due?.precision ?? null,
    validTo: fact.validTo ? parseDay(fact.validTo) : null,
  });
  const [firstSource] = sources;
  plan.rows.outcomeStep.push({
    outcomeId: plan.id,
    toStage: stageOf(fact),
    sourceId: firstSource === undefined ? null : plan.sourceIdOf(firstSource),
  });
  plan.words(plan.part, { dueText: fact.dueText, nextStep: fact.nextStep, partiesNote: fact.partiesNote });
  fact.parties.forEach((party, index) => {
    plan.rows.outcomeParty.push({
      outcomeId: plan.id,
      organisationId: known.idOf("organisation", party),
      position: index,
    });
  });
  for (const side of ["ru", "cn"] as const) {
    const organisationId = plan.idOf("organisation", fact.owners?.[side]);
    if (organisationId) plan.rows.outcomeOwner.push({ outcomeId: plan.id, side, organisationId });
  }
  return plan;
}
