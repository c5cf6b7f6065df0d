import { MeasureScope } from "@/lib/db/generated/enums";
import { commonRows, field, type Shape } from "@/lib/publishing/shape";

export const measureShape: Shape = {
  kind: "measure",
  table: "measure",
  hasSectors: true,
  fields: {
    scope: field.pick({ MeasureScope }),
    regimeId: field.link("regime"),
    phone: field.phone(),
    validFrom: field.begins(),
    validTo: field.ends(),
  },
  rows: { contacts: commonRows.contacts },
};
