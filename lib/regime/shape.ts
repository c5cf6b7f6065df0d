import { commonRows, field, type Shape } from "@/lib/publishing/shape";

export const regimeShape: Shape = {
  kind: "regime",
  table: "regime",
  hasSectors: false,
  fields: { minInvestmentRub: field.decimal(2, 1e15) },
  rows: {
    taxRules: commonRows.taxRules,
    limits: {
      table: "regimeLimit",
      owner: "regimeId",
      part: "regime_limit",
      isOrdered: true,
      fields: { validFrom: field.begins(), validTo: field.ends() },
    },
  },
};
