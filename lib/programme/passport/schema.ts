import { z } from "zod";
import { isSpan, parseDay } from "@/lib/core/dates";
import type { FormFields, RefusalCode } from "@/lib/form/types";
import { type PassData, type PassField, passInputs } from "@/lib/programme/passport/types";
import { readDate } from "@/lib/publishing/field-values";

const longest: Record<PassField, number> = {
  documentNumber: 40,
  nameAsInDocument: 200,
  citizenship: 100,
  birthDate: 20,
  validTo: 20,
};

const sealedSchema = z.object({
  documentNumber: z.string(),
  nameAsInDocument: z.string(),
  citizenship: z.string(),
  birthDate: z.string(),
  validTo: z.string(),
});

/** What was sealed, as data; null where it is something else. */
export function parsePassData(text: string | null): PassData | null {
  if (text === null) return null;
  try {
    return sealedSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

type Texts = Partial<Record<PassField, string>>;

/**
 * Passport data as typed, or as cells of a list.
 *
 * @returns null where nothing was typed at all
 */
export function readPassData(
  typed: Texts,
): { data: PassData } | { refused: Partial<Record<PassField, RefusalCode>> } | null {
  const data: PassData = { documentNumber: "", nameAsInDocument: "", citizenship: "", birthDate: "", validTo: "" };
  const refused: Partial<Record<PassField, RefusalCode>> = {};
  for (const field of Object.keys(data) as PassField[]) {
    const text = (typed[field] ?? "").normalize("NFKC").replace(/\s+/g, " ").trim();
    if (text.length > longest[field]) refused[field] = "too_long";
    else if (field === "birthDate" || field === "validTo") {
      const day = toDay(text);
      if (day === null) refused[field] = "wrong";
      else data[field] = day;
    } else data[field] = text;
  }
  if (Object.keys(refused).length > 0) return { refused };
  return Object.values(data).some((text) => text !== "") ? { data } : null;
}

/** A whole day; null for anything that is none. */
function toDay(text: string): string | null {
  if (text === "") return "";
  const day = readDate(text.replaceAll("/", "-").replace(/^(\d{4})\.(\d{1,2})\.(\d{1,2})$/, dashed));
  const padded = day.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, dashed);
  return /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(padded) && isSpan(padded)
    ? parseDay(padded).toISOString().slice(0, 10)
    : null;
}

function dashed(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The inputs of the form by their fields. */
export function passTyped(fields: FormFields): Texts {
  return Object.fromEntries(Object.entries(passInputs).map(([field, name]) => [field, fields.get(name)]));
}
