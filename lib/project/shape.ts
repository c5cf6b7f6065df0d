import { Currency, OpportunityKind, ProjectStage, Unit } from "@/lib/db/generated/enums";
import { commonRows, field, type Shape } from "@/lib/publishing/shape";

export const projectShape: Shape = {
  kind: "project",
  table: "project",
  hasSectors: true,
  fields: {
    stage: field.pick({ ProjectStage }),
    investorId: field.link("organisation"),
    siteId: field.link("site"),
    investmentAmount: field.decimal(2, 1e15),
    investmentCurrency: field.choice({ Currency }),
    jobs: field.whole(0, 10_000_000),
  },
  rows: { media: commonRows.media },
};

export const opportunityShape: Shape = {
  kind: "opportunity",
  table: "opportunity",
  hasSectors: true,
  fields: {
    kind: field.pick({ OpportunityKind }),
    hsCode: field.text(20, { format: "code" }),
    volume: field.decimal(4, 1e13),
    volumeUnit: field.choice({ Unit }),
    validTo: field.ends(),
  },
  rows: {
    sites: {
      table: "opportunitySite",
      owner: "opportunityId",
      part: null,
      key: "siteId",
      isOrdered: true,
      fields: { siteId: field.must("site") },
    },
  },
};
