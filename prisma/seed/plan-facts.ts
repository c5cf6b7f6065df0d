import type { Facts, RegionFile } from "./facts-schema/files";
import type { KnownRows } from "./known-rows";
import { planEvent, planProject } from "./load-event";
import { planOrganisation, planPerson } from "./load-organisation";
import { planOutcome } from "./load-outcome";
import { planCrossing, planMeasure, planRegime } from "./load-regime";
import { planPlace, planRegion, planTie } from "./load-region";
import { planSite } from "./load-site";
import { planVisit } from "./load-visit";
import type { RecordPlan } from "./record-plan";

/** Every fact as the rows that it becomes, shared things first, regions in the order of their files. */
export function planFacts({ shared, regions }: Facts, known: KnownRows): RecordPlan[] {
  return [
    ...shared.organizations.map((fact) => planOrganisation(fact, null, known)),
    ...shared.people.map((fact) => planPerson(fact, null, known)),
    ...shared.events.map((fact) => planEvent(fact, null, known)),
    ...shared.regimes.map((fact) => planRegime(fact, known)),
    ...shared.crossings.map((fact) => planCrossing(fact, known)),
    ...shared.partners.map((fact) => planPlace(fact, known)),
    ...shared.support.map((fact) => planMeasure(fact, null, known)),
    ...regions.flatMap((file) => planRegionFile(file, known)),
  ];
}

function planRegionFile(file: RegionFile, known: KnownRows): RecordPlan[] {
  const region = file.region.slug;
  return [
    planRegion(file.region, file.indicators, known),
    ...file.organizations.map((fact) => planOrganisation(fact, region, known)),
    ...file.people.map((fact) => planPerson(fact, region, known)),
    ...file.sites.map((fact) => planSite(fact, region, known)),
    ...file.events.map((fact) => planEvent(fact, region, known)),
    ...file.partners.flatMap((fact) => planTie(fact, region, known)),
    ...file.support.map((fact) => planMeasure(fact, region, known)),
    ...file.projects.map((fact) => planProject(fact, region, known)),
    ...file.visits.flatMap((visit) => [
      planVisit(visit, region, known),
      ...visit.outcomes.map((fact, position) => planOutcome(fact, { visit: visit.slug, position, region }, known)),
    ]),
  ];
}
