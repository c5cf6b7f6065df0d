import { z } from "zod";
import { parseDay } from "@/lib/core/dates";
import { pageNumber } from "@/lib/core/query-schema";
import type { FormFields, RefusalCode } from "@/lib/form/types";
import { type SourceField, type SourceFilter, type SourceTexts, sourceFields } from "@/lib/source/editor/types";

const longest: Record<SourceField, number> = {
  title: 500,
  publisher: 200,
  url: 1000,
  publishedOn: 10,
  supports: 1000,
  region: 36,
  archivedUrl: 1000,
};
const obligatory: readonly SourceField[] = ["title", "publisher", "supports"];

export function readSourceTexts(fields: FormFields): SourceTexts {
  const read = (name: SourceField) => {
    const text = fields.get(name).normalize("NFC");
    return name === "supports" ? text : text.replace(/\s+/g, " ");
  };
  return Object.fromEntries(sourceFields.map((name) => [name, read(name)])) as SourceTexts;
}

/** Why which of the texts cannot be saved; {} when all can. */
export function checkSource(texts: SourceTexts): Partial<Record<SourceField, RefusalCode>> {
  const found: Partial<Record<SourceField, RefusalCode>> = {};
  for (const name of sourceFields) {
    const text = texts[name];
    if (text === "" && obligatory.includes(name)) found[name] = "required";
    else if (text.length > longest[name]) found[name] = "too_long";
  }
  for (const name of ["url", "archivedUrl"] as const) {
    if (texts[name] !== "" && !isWebAddress(texts[name])) found[name] ??= "wrong";
  }
  if (texts.publishedOn !== "" && !isDay(texts.publishedOn)) found.publishedOn ??= "wrong";
  if (texts.region !== "" && !z.guid().safeParse(texts.region).success) found.region ??= "wrong";
  return found;
}

/** Only addresses that a browser opens as a page. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s"<>]+$/i.test(text) && URL.canParse(text);
}

function isDay(text: string): boolean {
  try {
    return parseDay(text).getUTCFullYear() > 1800;
  } catch {
    return false;
  }
}

/** The query of the list. */
export const sourceFilterSchema = z
  .object({
    q: z
      .string()
      .catch("")
      .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, 100)),
    region: z
      .union([z.literal("shared"), z.guid()])
      .nullable()
      .catch(null),
    page: pageNumber,
  })
  .transform(({ q, region, page }): SourceFilter => ({ search: q, region, page }));

export function toSourceQuery({ search, region, page }: SourceFilter): string {
  const pairs = { q: search, region, page: page > 1 ? String(page) : null };
  const query = new URLSearchParams(Object.entries(pairs).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return query.size > 0 ? `?${query}` : "";
}
