import { CoordinatePrecision, CrossingKind, CrossingStatus } from "@/lib/db/generated/enums";
import { field, type Shape } from "@/lib/publishing/shape";

export const crossingShape: Shape = {
  kind: "crossing",
  table: "crossing",
  hasSectors: false,
  fields: {
    kind: field.pick({ CrossingKind }),
    status: field.pick({ CrossingStatus }),
    lat: field.degrees(90),
    lon: field.degrees(180),
    coordinatePrecision: field.choice({ CoordinatePrecision }),
  },
  rows: {},
};
