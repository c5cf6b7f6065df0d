/** How much of a date is known. */
export type DatePrecision = "day" | "week" | "month" | "quarter" | "half" | "year";

/**
 * A date or period no finer than known: first and last day, both inclusive, as midnight UTC (what a `date` column holds).
 * A beginning is stored by `from`, a deadline by `to`, so that `<` between stored days is always right: "by 2026" is not
 * missed before 31 December 2026.
 */
export type DateSpan = { from: Date; to: Date; precision: DatePrecision };

const PARTIAL_DATE = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a partial date: "2026", "2026-H1", "2026-Q3", "2026-03", "2026-03-13", or two of one kind as a period, "2023-01/2023-10".
 *
 * @returns first and last day; the precision is that of the two ends, never "week": a week is written as two days
 * @throws  RangeError for any other text, for a day that the calendar lacks and for a period that ends before it begins
 */
export function parseSpan(text: string): DateSpan {
  const [first, last, ...rest] = text.split("/");
  if (first === undefined || rest.length > 0) throw notADate(text);
  const start = parsePartialDate(first);
  if (last === undefined) return start;
  const end = parsePartialDate(last);
  if (start.precision !== end.precision || end.to < start.from) throw notADate(text);
  return { from: start.from, to: end.to, precision: start.precision };
}

/** Can `parseSpan` read this? */
export function isSpan(text: string): boolean {
  try {
    parseSpan(text);
    return true;
  } catch {
    return false;
  }
}

function parsePartialDate(text: string): DateSpan {
  const [whole, yearText, quarter, half, monthText, dayText] = PARTIAL_DATE.exec(text) ?? [];
  if (whole === undefined) throw notADate(text);
  const year = Number(yearText);
  if (quarter) return monthsOf(year, Number(quarter) * 3 - 2, Number(quarter) * 3, "quarter");
  if (half) return monthsOf(year, Number(half) * 6 - 5, Number(half) * 6, "half");
  if (!monthText) return monthsOf(year, 1, 12, "year");
  const month = Number(monthText);
  if (month < 1 || month > 12) throw notADate(text);
  if (!dayText) return monthsOf(year, month, month, "month");
  const day = utcDay(year, month, Number(dayText));
  // The calendar of JavaScript rolls 31 April over to 1 May instead of refusing it.
  if (formatDay(day) !== text) throw notADate(text);
  return { from: day, to: day, precision: "day" };
}

function monthsOf(year: number, firstMonth: number, lastMonth: number, precision: DatePrecision): DateSpan {
  return { from: utcDay(year, firstMonth, 1), to: utcDay(year, lastMonth + 1, 0), precision };
}

function utcDay(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would take the years 0–99 for 1900–1999
  return date;
}

function notADate(text: string): RangeError {
  return new RangeError(`not a date: "${text}"`);
}

/**
 * A stored day at its precision, in the notation that `parseSpan` reads. Works for first and last days alike.
 *
 * @param precision "week" is written as the day itself: there is no notation for weeks
 */
export function formatPartialDate(date: Date, precision: DatePrecision): string {
  const iso = formatDay(date);
  const month = date.getUTCMonth();
  switch (precision) {
    case "year":
      return iso.slice(0, 4);
    case "half":
      return `${iso.slice(0, 4)}-H${month < 6 ? 1 : 2}`;
    case "quarter":
      return `${iso.slice(0, 4)}-Q${Math.floor(month / 3) + 1}`;
    case "month":
      return iso.slice(0, 7);
    default:
      return iso;
  }
}

/** The opposite of `parseSpan`: one partial date where it says all, else the period "from/to". */
export function formatSpan({ from, to, precision }: DateSpan): string {
  const first = formatPartialDate(from, precision);
  const last = formatPartialDate(to, precision);
  return first === last ? first : `${first}/${last}`;
}

/**
 * A calendar day as a `date` column holds it.
 *
 * @param text YYYY-MM-DD
 * @returns    midnight UTC
 * @throws     RangeError for anything else
 */
export function parseDay(text: string): Date {
  if (!ISO_DAY.test(text)) throw notADate(text);
  return parsePartialDate(text).from;
}

/** The calendar day in UTC as YYYY-MM-DD; meant for the values of `date` columns. */
export function formatDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Adds whole months to a day at midnight UTC; the last day of the shorter month where the day does not exist. */
export function plusMonths(day: Date, months: number): Date {
  const result = new Date(day);
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(day.getUTCDate(), lastDay));
  return result;
}

/**
 * The present instant. The only reader of the clock in rules and queries, and the only reader of PORTAL_NOW, by which
 * tests fix it.
 *
 * @throws RangeError when PORTAL_NOW is set to something that is not an instant, such as "2026-11-22T09:00:00Z"
 */
export function now(): Date {
  const fixed = process.env.PORTAL_NOW;
  if (!fixed) return new Date();
  const instant = new Date(fixed);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`PORTAL_NOW is not an instant: "${fixed}"`);
  return instant;
}

/**
 * The present calendar day, comparable with the values of `date` columns.
 *
 * @param timeZone IANA name; Moscow unless told otherwise, whatever the zone of the server
 * @returns        midnight UTC of the day that it is in that zone
 */
export function today(timeZone = "Europe/Moscow"): Date {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parseDay(parts.format(now()));
}

/**
 * Neighbours of one year together, in their order.
 *
 * @param rows  sorted by their beginning
 * @returns     the year as text, null for rows without a date
 */
export function byYear<Row extends { dates: { from: string } | null }>(
  rows: readonly Row[],
): { year: string | null; rows: Row[] }[] {
  const groups: { year: string | null; rows: Row[] }[] = [];
  for (const row of rows) {
    const year = row.dates?.from.slice(0, 4) ?? null;
    const last = groups.at(-1);
    if (last && last.year === year) last.rows.push(row);
    else groups.push({ year, rows: [row] });
  }
  return groups;
}
