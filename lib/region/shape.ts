import { Country, PlaceKind, Qualifier, TieRelation, Unit } from "@/lib/db/generated/enums";
import { commonRows, field, type Shape } from "@/lib/publishing/shape";

export const regionShape: Shape = {
  kind: "region",
  table: "region",
  hasSectors: true,
  defaults: { hue: "220", motif: "plain", consultationDays: "5", helpDays: "10" },
  fields: {
    isoCode: field.text(10, { format: "code", required: true }),
    timeZone: field.text(60, { format: "zone", required: true }),
    areaKm2: field.decimal(2, 20_000_000),
    population: field.whole(0, 200_000_000),
    grpRub: field.decimal(2, 1e17),
    grpYear: field.year(),
    bboxWest: field.degrees(180),
    bboxSouth: field.degrees(90),
    bboxEast: field.degrees(180),
    bboxNorth: field.degrees(90),
    hue: field.whole(0, 360),
    motif: field.text(40, { format: "code" }),
    consultationDays: field.whole(1, 60),
    helpDays: field.whole(1, 90),
  },
  rows: {
    strengths: { table: "strength", owner: "regionId", part: "strength", isOrdered: true, fields: {} },
    indicators: {
      table: "indicator",
      owner: "regionId",
      part: "indicator",
      isOrdered: true,
      fields: {
        key: field.text(80, { format: "code", required: true }),
        value: { type: "decimal", scale: 4, min: -1e15, max: 1e15, required: true },
        unit: field.pick({ Unit }),
        qualifier: field.choice({ Qualifier }),
        period: { type: "span", from: "periodFrom", to: "periodTo", precision: "periodPrecision", required: true },
        comparisonValue: field.decimal(4, 1e15, -1e15),
        comparison: { type: "span", from: "comparisonFrom", to: "comparisonTo", precision: "comparisonPrecision" },
        comparisonQualifier: field.choice({ Qualifier }),
      },
    },
    contacts: commonRows.contacts,
    legalFlags: commonRows.legalFlags,
    media: commonRows.media,
  },
};

export const placeShape: Shape = {
  kind: "place",
  table: "place",
  hasSectors: false,
  fields: {
    kind: field.pick({ PlaceKind }),
    country: field.pick({ Country }),
    parentId: field.link("place"),
    timeZone: field.text(60, { format: "zone" }),
    lat: field.degrees(90),
    lon: field.degrees(180),
  },
  rows: {},
};

export const tieShape: Shape = {
  kind: "tie",
  table: "tie",
  hasSectors: false,
  fields: {
    regionId: field.must("region"),
    placeId: field.must("place"),
    relation: field.pick({ TieRelation }),
    sinceYear: field.year(),
  },
  rows: {},
};
