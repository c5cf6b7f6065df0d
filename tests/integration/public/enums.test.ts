import { describe, expect, it } from "vitest";
import { crossingKinds, crossingStatuses } from "@/lib/crossing/types";
import * as database from "@/lib/db/generated/enums";
import { locales } from "@/lib/i18n/locales";
import { organisationKinds } from "@/lib/organisation/types";
import { outcomeKinds, outcomeStages } from "@/lib/outcome/types";
import { projectStages } from "@/lib/project/types";
import { taxes } from "@/lib/regime/types";
import { countries, legalFlagKeys, sectors, threeValued, units } from "@/lib/region/types";
import {
  availabilities,
  serviceKeys,
  siteKinds,
  siteStatuses,
  transportModes,
  utilityKinds,
  utilityUnits,
} from "@/lib/site/types";
import { datePrecisions, qualifiers } from "@/lib/source/types";
import { directions, itemKinds } from "@/lib/visit/types";

/** What components know of a list of values, beside what the database allows. */
const lists: [string, readonly string[], Record<string, string>][] = [
  ["languages", locales, database.Locale],
  ["countries", countries, database.Country],
  ["sectors", sectors, database.Sector],
  ["units", units, database.Unit],
  ["legal flags", legalFlagKeys, database.LegalFlagKey],
  ["answers", threeValued, database.ThreeValued],
  ["site kinds", siteKinds, database.SiteKind],
  ["site statuses", siteStatuses, database.SiteStatus],
  ["taxes", taxes, database.Tax],
  ["utilities", utilityKinds, database.UtilityKind],
  ["units of utilities", utilityUnits, database.UtilityUnit],
  ["availabilities", availabilities, database.Availability],
  ["modes of transport", transportModes, database.TransportMode],
  ["services", serviceKeys, database.ServiceKey],
  ["kinds of organisations", organisationKinds, database.OrganisationKind],
  ["kinds of outcomes", outcomeKinds, database.OutcomeKind],
  ["stages of outcomes", outcomeStages, database.OutcomeStage],
  ["precisions of dates", datePrecisions, database.DatePrecision],
  ["qualifiers", qualifiers, database.Qualifier],
  ["kinds of programme items", itemKinds, database.ItemKind],
  ["kinds of crossings", crossingKinds, database.CrossingKind],
  ["states of crossings", crossingStatuses, database.CrossingStatus],
  ["stages of projects", projectStages, database.ProjectStage],
  ["directions", directions, database.Direction],
];

describe("the values that pages can show", () => {
  it.each(lists)("of %s are those of the database", (_, shown, stored) => {
    expect([...shown].sort()).toEqual(Object.values(stored).sort());
  });

  it("of the ladder have the order of the database, which counts", () => {
    expect(outcomeStages).toEqual(Object.values(database.OutcomeStage));
  });
});
