import { formatDay, formatPartialDate, formatSpan, parseDay, parseSpan } from "@/lib/core/dates";
import { formatLocalTime, parseLocalTime } from "@/lib/core/zones";
import type { Field } from "@/lib/publishing/shape";
import type { IssueCode } from "@/lib/publishing/types";

/** Values of columns by name, as the database client takes and gives them. */
export type Columns = Record<string, unknown>;

/** Texts of one row by field. */
export type Values = Record<string, string>;

type Written = { columns: Columns } | { issue: IssueCode; detail?: string };

/** Zone for moments of rows that name none. */
type Context = { zone: string };

/** The text of one field of a row, as `writeField` reads it. */
export function printField(name: string, field: Field, row: Columns, context: Context): string {
  if (field.type === "span") {
    const [from, to, precision] = [row[field.from], row[field.to], row[field.precision]];
    if (!(from instanceof Date) || !(to instanceof Date)) return "";
    return formatSpan({ from, to, precision: precision as "day" });
  }
  const value = row[name];
  if (value === null || value === undefined) return "";
  switch (field.type) {
    case "day": {
      if (!(value instanceof Date)) return "";
      const precision = field.precision ? row[field.precision] : null;
      return precision ? formatPartialDate(value, precision as "day") : formatDay(value);
    }
    case "instant":
      return value instanceof Date ? formatLocalTime(value, zoneOf(field, row, context)) : "";
    case "flag":
      return value === true ? "yes" : "";
    case "choices":
      return Array.isArray(value) ? value.join(" ") : "";
    default:
      // Decimals of the database keep their digits: 12.50 in a column of four is 12.5.
      return String(value);
  }
}

/** The columns that a typed text means, or what is wrong with it. */
export function writeField(name: string, field: Field, values: Values, context: Context): Written {
  const text = (values[name] ?? "").trim();
  if (text === "" && "required" in field && field.required) return { issue: "required" };
  switch (field.type) {
    case "text":
      return writeText(name, field, text);
    case "whole":
    case "decimal":
      return writeNumber(name, field, text);
    case "choice":
      if (text === "") return { columns: { [name]: null } };
      return field.options.includes(text) ? { columns: { [name]: text } } : { issue: "not_an_option", detail: text };
    case "choices": {
      const chosen = text.split(/\s+/).filter(Boolean);
      const wrong = chosen.find((one) => !field.options.includes(one));
      return wrong === undefined ? { columns: { [name]: chosen } } : { issue: "not_an_option", detail: wrong };
    }
    case "flag":
      return { columns: { [name]: text === "yes" } };
    case "day":
      return writeDay(name, field, text);
    case "span":
      return writeSpan(field, text);
    case "instant": {
      if (text === "") return { columns: { [name]: null } };
      const zone = zoneOf(field, values, context);
      if (zone === "") return { issue: "zone_missing" };
      const at = parseLocalTime(readMoment(text), zone);
      return at ? { columns: { [name]: at } } : { issue: "not_a_time", detail: text };
    }
    case "link":
      if (text === "") return { columns: { [name]: null } };
      return isId(text) ? { columns: { [name]: text } } : { issue: "unknown_record", detail: text };
  }
}

/**
 * A number as people type it: "1 234,5", "1 234.5" with narrow or no-break spaces, a full-width digit row, a leading
 * minus of any kind.
 *
 * @returns with a point, without grouping; null when it is no number
 */
export function readNumber(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s\u00a0\u202f']/gu, "")
    .replace(/[−–]/g, "-")
    .replace(",", ".");
  if (!/^-?\d{1,20}(?:\.\d{1,12})?$/.test(plain)) return null;
  return plain;
}

/**
 * A date as people type it, in the notation of documents: "15.03.2026" and "2026年3月15日" are 2026-03-15, "03.2026" and
 * "2026年3月" are 2026-03. Anything else comes back as it was.
 */
export function readDate(typed: string): string {
  const text = typed.normalize("NFKC").trim();
  const [, day, month, year] = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (year && month) return [year, month.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-");
  const [, hanYear, hanMonth, hanDay] = /^(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?$/.exec(text) ?? [];
  if (hanYear) return [hanYear, hanMonth?.padStart(2, "0"), hanDay?.padStart(2, "0")].filter(Boolean).join("-");
  return text;
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** "13.01.2026 14:30" is 2026-01-13 14:30. */
function readMoment(typed: string): string {
  const [day = "", time = ""] = typed
    .normalize("NFKC")
    .trim()
    .split(/[T\s]+/, 2);
  return `${readDate(day)} ${/^\d:/.test(time) ? `0${time}` : time}`;
}

type TextField = Extract<Field, { type: "text" }>;

function writeText(name: string, field: TextField, text: string): Written {
  if (text.length > field.max) return { issue: "too_long", detail: String(field.max) };
  if (text === "") return { columns: { [name]: null } };
  if (field.format === "url" && !isWebAddress(text)) return { issue: "not_an_address", detail: text };
  if (field.format === "email" && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text))
    return { issue: "not_an_email", detail: text };
  if (field.format === "zone" && !isZone(text)) return { issue: "not_a_zone", detail: text };
  if (field.format === "code" && !/^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(text))
    return { issue: "not_a_code", detail: text };
  return { columns: { [name]: text } };
}

/** Only addresses that a browser opens as a page. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s"<>]+$/i.test(text)) return false;
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

type NumberField = Extract<Field, { type: "whole" | "decimal" }>;

function writeNumber(name: string, field: NumberField, text: string): Written {
  if (text === "") return { columns: { [name]: null } };
  const plain = readNumber(text);
  if (plain === null) return { issue: "not_a_number", detail: text };
  const decimals = plain.split(".")[1]?.replace(/0+$/, "").length ?? 0;
  const most = field.type === "whole" ? 0 : field.scale;
  if (decimals > most) return { issue: "too_many_decimals", detail: String(most) };
  const value = Number(plain);
  if (value < field.min || value > field.max) return { issue: "out_of_range", detail: `${field.min} – ${field.max}` };
  const isNumber = field.type === "whole" || field.isFloat;
  return { columns: { [name]: isNumber ? value : plain } };
}

type DayField = Extract<Field, { type: "day" }>;

function writeDay(name: string, field: DayField, text: string): Written {
  if (text === "") return { columns: { [name]: null, ...(field.precision ? { [field.precision]: null } : {}) } };
  try {
    if (!field.precision) return { columns: { [name]: parseDay(readDate(text)) } };
    const { from, to, precision } = parseSpan(readDate(text));
    return { columns: { [name]: field.edge === "first" ? from : to, [field.precision]: precision } };
  } catch {
    return { issue: "not_a_date", detail: text };
  }
}

function writeSpan(field: Extract<Field, { type: "span" }>, text: string): Written {
  if (text === "") return { columns: { [field.from]: null, [field.to]: null, [field.precision]: null } };
  try {
    const { from, to, precision } = parseSpan(text.split("/").map(readDate).join("/"));
    return { columns: { [field.from]: from, [field.to]: to, [field.precision]: precision } };
  } catch {
    return { issue: "not_a_date", detail: text };
  }
}

function zoneOf(field: Extract<Field, { type: "instant" }>, row: Columns, context: Context): string {
  const own = row[field.zone];
  return typeof own === "string" && own !== "" ? (isZone(own) ? own : "") : context.zone;
}
