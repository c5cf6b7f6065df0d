import { OutcomeKind, OutcomeStage, Side, Visibility } from "@/lib/db/generated/enums";
import { field, type Shape } from "@/lib/publishing/shape";

export const outcomeShape: Shape = {
  kind: "outcome",
  table: "outcome",
  hasSectors: true,
  fields: {
    visitId: field.link("visit"),
    position: field.whole(0, 999),
    kind: field.pick({ OutcomeKind }),
    visibility: field.pick({ Visibility }),
    documentCount: field.whole(1, 999),
    siteId: field.link("site"),
    regimeId: field.link("regime"),
    eventId: field.link("event"),
    dueOn: field.ends("duePrecision"),
    validTo: field.ends(),
    hasNoFollowUp: field.flag(),
  },
  rows: {
    parties: {
      table: "outcomeParty",
      owner: "outcomeId",
      part: null,
      key: "organisationId",
      isOrdered: true,
      fields: { organisationId: field.must("organisation") },
    },
    owners: {
      table: "outcomeOwner",
      owner: "outcomeId",
      part: null,
      key: "side",
      isOrdered: false,
      fields: {
        side: field.pick({ Side }),
        personId: field.link("person"),
        organisationId: field.link("organisation"),
        post: field.text(200),
      },
    },
    steps: {
      table: "outcomeStep",
      owner: "outcomeId",
      part: "outcome_step",
      isOrdered: false,
      isAppendOnly: true,
      fields: {
        toStage: field.pick({ OutcomeStage }),
        happenedOn: field.ends("happenedPrecision"),
        reason: field.text(600),
        sourceId: field.link("source"),
        assetId: field.link("media"),
      },
    },
  },
};
