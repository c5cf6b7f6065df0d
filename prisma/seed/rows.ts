import type { Prisma } from "@/lib/db/generated/client";

/** Rows of one record and of all that stands in it, by table. */
export type RowTypes = {
  recordText: Prisma.RecordTextCreateManyInput;
  partText: Prisma.PartTextCreateManyInput;
  fact: Prisma.FactCreateManyInput;
  citation: Prisma.CitationCreateManyInput;
  region: Prisma.RegionCreateManyInput;
  strength: Prisma.StrengthCreateManyInput;
  indicator: Prisma.IndicatorCreateManyInput;
  contact: Prisma.ContactCreateManyInput;
  place: Prisma.PlaceCreateManyInput;
  tie: Prisma.TieCreateManyInput;
  organisation: Prisma.OrganisationCreateManyInput;
  person: Prisma.PersonCreateManyInput;
  consent: Prisma.ConsentCreateManyInput;
  site: Prisma.SiteCreateManyInput;
  lot: Prisma.LotCreateManyInput;
  siteUtility: Prisma.SiteUtilityCreateManyInput;
  transportLink: Prisma.TransportLinkCreateManyInput;
  siteStage: Prisma.SiteStageCreateManyInput;
  siteService: Prisma.SiteServiceCreateManyInput;
  legalFlag: Prisma.LegalFlagCreateManyInput;
  residency: Prisma.ResidencyCreateManyInput;
  regime: Prisma.RegimeCreateManyInput;
  taxRule: Prisma.TaxRuleCreateManyInput;
  regimeLimit: Prisma.RegimeLimitCreateManyInput;
  measure: Prisma.MeasureCreateManyInput;
  crossing: Prisma.CrossingCreateManyInput;
  event: Prisma.EventCreateManyInput;
  project: Prisma.ProjectCreateManyInput;
  visit: Prisma.VisitCreateManyInput;
  visitPlace: Prisma.VisitPlaceCreateManyInput;
  visitEvent: Prisma.VisitEventCreateManyInput;
  participant: Prisma.ParticipantCreateManyInput;
  programmeItem: Prisma.ProgrammeItemCreateManyInput;
  outcome: Prisma.OutcomeCreateManyInput;
  outcomeParty: Prisma.OutcomePartyCreateManyInput;
  outcomeOwner: Prisma.OutcomeOwnerCreateManyInput;
  outcomeStep: Prisma.OutcomeStepCreateManyInput;
};

export type Rows = { [Table in keyof RowTypes]: RowTypes[Table][] };

export function emptyRows(): Rows {
  return {
    recordText: [],
    partText: [],
    fact: [],
    citation: [],
    region: [],
    strength: [],
    indicator: [],
    contact: [],
    place: [],
    tie: [],
    organisation: [],
    person: [],
    consent: [],
    site: [],
    lot: [],
    siteUtility: [],
    transportLink: [],
    siteStage: [],
    siteService: [],
    legalFlag: [],
    residency: [],
    regime: [],
    taxRule: [],
    regimeLimit: [],
    measure: [],
    crossing: [],
    event: [],
    project: [],
    visit: [],
    visitPlace: [],
    visitEvent: [],
    participant: [],
    programmeItem: [],
    outcome: [],
    outcomeParty: [],
    outcomeOwner: [],
    outcomeStep: [],
  };
}

/** All rows of some records together, in the order of the records. */
export function mergeRows(list: Rows[]): Rows {
  const all = emptyRows();
  for (const rows of list) {
    for (const table of Object.keys(rows)) if (isTable(table)) append(all, rows, table);
  }
  return all;
}

/** How many rows in all tables. */
export function countRows(rows: Rows): number {
  return Object.values(rows).reduce((sum, list) => sum + list.length, 0);
}

const tables = emptyRows();
function isTable(name: string): name is keyof RowTypes {
  return Object.hasOwn(tables, name);
}

function append<Table extends keyof RowTypes>(to: Rows, from: Rows, table: Table): void {
  to[table].push(...from[table]);
}
