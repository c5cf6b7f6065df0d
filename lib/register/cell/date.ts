import { isSpan } from "@/lib/core/dates";
import { readDate } from "@/lib/publishing/field-values";
import { isNotStated } from "@/lib/register/cell/number";
import type { Notice } from "@/lib/register/types";

const months: readonly RegExp[] = [
  /^(?:янв|jan)/u,
  /^(?:фев|feb)/u,
  /^(?:мар|mar)/u,
  /^(?:апр|apr)/u,
  /^(?:ма[йя]|may)/u,
  /^(?:июн|jun)/u,
  /^(?:июл|jul)/u,
  /^(?:авг|aug)/u,
  /^(?:сен|sep)/u,
  /^(?:окт|oct)/u,
  /^(?:ноя|nov)/u,
  /^(?:дек|dec)/u,
];
const romans: Record<string, number> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
};

/** Days of Excel between these numbers are those of 2000 to 2064: numbers that mean a day and hardly anything else. */
const [firstSerial, lastSerial] = [36_526, 60_000];

export type DateRead = { value: string; notices: Notice[] };

/**
 * A day as far as known: "III кв. 2027", "до конца 2026 г.", "март 2027", "15 марта 2027 г.", "15.03.2027", "2027年第三季度",
 * the number that Excel keeps for a day.
 *
 * @returns in the notation of `parseSpan`; "" where nothing is stated
 */
export function readWhen(cell: string | number | boolean, column: number): DateRead {
  const stood = String(cell).trim();
  const understoodAs = (value: string): DateRead => ({
    value,
    notices: value === stood ? [] : [{ code: "date_read", level: "note", column, stood, understood: value }],
  });
  if (isNotStated(stood)) return { value: "", notices: [{ code: "not_stated", level: "note", column, stood }] };
  const number = Number(stood);
  if (Number.isInteger(number) && number >= firstSerial && number <= lastSerial) {
    const day = new Date(Date.UTC(1899, 11, 30 + number)).toISOString().slice(0, 10);
    return { value: day, notices: [{ code: "date_read", level: "confirm", column, stood, understood: day }] };
  }
  const plain = readDate(stood.replace(/\s+00:00(?::00)?$/, ""));
  if (isSpan(plain)) return understoodAs(plain);
  const words = readWords(stood);
  if (words && isSpan(words)) return understoodAs(words);
  return { value: "", notices: [{ code: "not_a_date", level: "error", column, stood }] };
}

function readWords(stood: string): string | null {
  const text = stood
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/\s+/g, " ")
    .replace(/^(?:(?:до|к|в|во|не позднее|срок|by|until|in|the|截至|预计)\s+)+/u, "")
    .replace(/^(?:(?:конц[ае]|конец|end of|the end of|末)\s*)/u, "")
    .replace(/\s*(?:г\.?|гг\.?|год[ау]?|года)\s*$/u, "")
    .replace(/[.,]$/, "")
    .trim();
  if (/^\d{4}$/.test(text)) return text;
  const quarter =
    /^(iv|i{1,3}|[1-4])\s*[-–]?\s*(?:(?:ый|ой|ий|й)\s*)?(?:кв\.?|квартал\p{L}*|quarter|q)\s*,?\s*(\d{4})$/u.exec(
      text,
    ) ?? /^q([1-4])\s*[-/ ]?\s*(\d{4})$/.exec(text);
  if (quarter?.[1] && quarter[2]) return `${quarter[2]}-Q${romans[quarter[1]]}`;
  const hanQuarter = /^(\d{4})年第?([一二三四1-4])季度?$/u.exec(text);
  if (hanQuarter?.[2]) return `${hanQuarter[1]}-Q${romans[hanQuarter[2]]}`;
  const half =
    /^(ii|i|1|2|перв\p{L}*|втор\p{L}*)\s*[-–]?\s*(?:(?:ое|е)\s*)?(?:полугоди\p{L}*|п\/?г\.?|half(?: of)?)\s*,?\s*(\d{4})$/u.exec(
      text,
    );
  if (half?.[1]) return `${half[2]}-H${/^(?:ii|2|втор)/u.test(half[1]) ? 2 : 1}`;
  const hanHalf = /^(\d{4})年(上|下)半年$/u.exec(text);
  if (hanHalf) return `${hanHalf[1]}-H${hanHalf[2] === "上" ? 1 : 2}`;
  const hanEnd = /^(\d{4})年(?:底|末|年底)$/u.exec(text);
  if (hanEnd?.[1]) return hanEnd[1];
  const worded = /^(?:(\d{1,2})\s+)?(\p{L}+)\.?\s*,?\s*(\d{4})$/u.exec(text);
  if (worded?.[2]) {
    const month = months.findIndex((one) => one.test(worded[2] ?? "")) + 1;
    if (month > 0) {
      return [worded[3], String(month).padStart(2, "0"), worded[1]?.padStart(2, "0")].filter(Boolean).join("-");
    }
  }
  return null;
}
