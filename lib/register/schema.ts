import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { issueCodes } from "@/lib/publishing/types";
import type { BatchHead, Change, Mapping, Notice, Settings } from "@/lib/register/types";
import { noticeCodes, registerKinds } from "@/lib/register/types";
import type { Cell } from "@/lib/spreadsheet/types";

const cellsSchema = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));
const mappingSchema = z.record(z.string().regex(/^\d{1,3}$/), z.string());
const settingsSchema = z.object({
  constants: z.record(z.string(), z.string()),
  sourceId: z.string(),
  asOf: z.string(),
  reviewBy: z.string(),
  isOpenRegister: z.boolean(),
});
const countsSchema = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  error: z.number(),
  skipped: z.number(),
  cells: z.number(),
  confirms: z.number(),
  records: z.number(),
});
const noticesSchema = z.array(
  z.object({
    code: z.enum([...noticeCodes, ...issueCodes]),
    level: z.enum(["error", "confirm", "note"]),
    column: z.number().nullable(),
    field: z.string().optional(),
    stood: z.string().optional(),
    understood: z.string().optional(),
  }),
);
const changesSchema = z.array(
  z.object({ part: z.enum(["shared", ...locales]), path: z.string(), old: z.string(), new: z.string() }),
);

/** Cells, mapping, settings and findings as JSON columns hold them. */
export function toCells(json: unknown): Cell[] {
  return cellsSchema.parse(json);
}
export function toNotices(json: unknown): Notice[] {
  return json === null ? [] : noticesSchema.parse(json);
}
export function toChanges(json: unknown): Change[] {
  return changesSchema.parse(json);
}
export function toMapping(json: unknown): Mapping {
  return mappingSchema.parse(json);
}

export const noSettings: Settings = { constants: {}, sourceId: "", asOf: "", reviewBy: "", isOpenRegister: false };

const headSchema = z.object({
  id: z.string(),
  kind: z.enum(registerKinds),
  regionId: z.string(),
  locale: z.enum(locales),
  fileName: z.string(),
  state: z.enum(["uploaded", "checked", "applied", "undone"]),
  isInForce: z.boolean(),
  headerRow: z.number(),
  headers: z.array(z.string()),
  mapping: mappingSchema,
  settings: settingsSchema,
  counts: countsSchema.nullable(),
});

/** @returns null where it is the file of a translation bureau, which has no mapping */
export function toBatchHead(row: unknown): BatchHead | null {
  const parsed = headSchema.safeParse(row);
  return parsed.success ? parsed.data : null;
}
