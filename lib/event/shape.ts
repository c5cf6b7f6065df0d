import { Country, DatePrecision, EventKind } from "@/lib/db/generated/enums";
import { commonRows, field, type Shape } from "@/lib/publishing/shape";

export const eventShape: Shape = {
  kind: "event",
  table: "event",
  hasSectors: true,
  fields: {
    kind: field.pick({ EventKind }),
    country: field.pick({ Country }),
    startsOn: field.begins(),
    endsOn: field.ends(),
    datePrecision: field.pick({ DatePrecision }),
  },
  rows: { media: commonRows.media },
};
