import { readNumber } from "@/lib/publishing/field-values";
import type { Notice } from "@/lib/register/types";

/** What a number measures; the first unit of each is the one that the portal keeps. */
export type Dimension =
  | "areaHa"
  | "areaM2"
  | "powerMw"
  | "gasM3PerHour"
  | "m3PerDay"
  | "heatGcalPerHour"
  | "distanceKm"
  | "percent"
  | "money"
  | "year"
  | "plain"
  | "degrees";

type Units = readonly (readonly [pattern: RegExp, factor: number])[];

const ofArea: Units = [
  [/^(?:га|гектар\p{L}*|ha|hectares?|公顷)$/u, 10_000],
  [/^(?:(?:кв\.?м|м2|кв\.?метр\p{L}*|квм|m2|sq\.?m|sqm|平方米|平米|㎡))$/u, 1],
  [/^(?:кв\.?км|км2|km2|平方公里)$/u, 1_000_000],
  [/^(?:сот\p{L}*)$/u, 100],
  [/^(?:亩|mu)$/u, 10_000 / 15],
];
const scaledBy = (units: Units, factor: number): Units => units.map(([pattern, one]) => [pattern, one * factor]);

const unitsOf: Record<Dimension, Units> = {
  areaHa: scaledBy(ofArea, 1 / 10_000),
  areaM2: ofArea,
  powerMw: [
    [/^(?:мвт|mw|兆瓦)$/u, 1],
    [/^(?:квт|kw|千瓦)$/u, 0.001],
    [/^(?:вт|w)$/u, 0.000_001],
    [/^(?:гвт|gw)$/u, 1_000],
  ],
  gasM3PerHour: [
    [/^(?:(?:куб\.?м|м3|m3|立方米|нм3|куб)(?:\/|в)?(?:ч|час|h|hour|小时|時))$/u, 1],
    [/^(?:(?:куб\.?м|м3|m3|立方米)(?:\/|в)?(?:сут\p{L}*|день|d|day|日|天))$/u, 1 / 24],
    [/^(?:м3|куб\.?м|m3)$/u, 1],
  ],
  m3PerDay: [
    [/^(?:(?:куб\.?м|м3|m3|立方米|куб)(?:\/|в)?(?:сут\p{L}*|день|d|day|日|天))$/u, 1],
    [/^(?:(?:куб\.?м|м3|m3|立方米)(?:\/|в)?(?:ч|час|h|hour|小时))$/u, 24],
    [/^(?:м3|куб\.?м|m3)$/u, 1],
  ],
  heatGcalPerHour: [[/^(?:гкал\/(?:ч|час)|gcal\/h|吉卡\/小时)$/u, 1]],
  distanceKm: [
    [/^(?:км|km|公里|千米|километр\p{L}*)$/u, 1],
    [/^(?:м|m|метр\p{L}*|米)$/u, 0.001],
  ],
  percent: [[/^(?:%|процент\p{L}*|percent)$/u, 1]],
  money: [[/^(?:руб\p{L}*|р|₽|rub|卢布|юан\p{L}*|元|¥|cny|\$|usd|долл\p{L}*)$/u, 1]],
  year: [[/^(?:г|год\p{L}*|年|year)$/u, 1]],
  plain: [[/^(?:чел\p{L}*|шт\p{L}*|ед\p{L}*|дн\p{L}*|день|days?|天|个|人)$/u, 1]],
  degrees: [[/^(?:°|градус\p{L}*)$/u, 1]],
};

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:тыс|тысяч\p{L}*|thousand|千)(?!\p{L}|ва|瓦)/u, 1_000],
  [/^(?:млн|миллион\p{L}*|million|百万)/u, 1_000_000],
  [/^(?:млрд|миллиард\p{L}*|billion|十亿)/u, 1_000_000_000],
  [/^万/u, 10_000],
  [/^亿/u, 100_000_000],
];

const qualifiers: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:около|примерно|ориентировочно|порядка|приблизительно|ок\.?(?=\d)|~|≈|±|约|大约|about|approx\.?|ca\.?)/iu,
    "about",
  ],
  [/^(?:почти|近|almost|nearly)/iu, "almost"],
  [/^(?:более|больше|свыше|не\s*менее|от(?=\s*\d)|>|≥|超过|多于|more\s*than|over|at\s*least)/iu, "more_than"],
  [/^(?:менее|меньше|не\s*более|до(?=\s*\d)|<|≤|不足|少于|less\s*than|up\s*to)/iu, "less_than"],
];

/** Words by which people say that they do not know. */
const notStated =
  /^(?:[-–—−.…?*]+|н\s*[/.\\]?\s*д\.?|нет\s+(?:данных|сведений|информации)|не\s+(?:указан[оаы]?|определен[оаы]?|определён|известно|установлен[оаы]?|заполнено)|отсутству\p{L}*|уточняется|по\s+запросу|n\s*\/?\s*a\.?|no\s+data|unknown|tbd|未注明|未知|无数据|暂无|待定|不详|x|х)$/iu;

export function isNotStated(text: string): boolean {
  return notStated.test(
    text
      .normalize("NFKC")
      .replace(/[\s\u00a0\u202f]+/gu, " ")
      .trim(),
  );
}

export type NumberRead = {
  /** with a point, in the unit that the portal keeps; "" where nothing is stated */
  value: string;
  qualifier?: string;
  /** upper end of a range */
  valueTo?: string;
  notices: Notice[];
};

type Asked = { dimension: Dimension; scale: number; column: number; headerUnit?: string | undefined };

/**
 * A number as registers have it: "1 234,5", "12 га", "3 500 м²", "около 7,2 тыс.", "10–12", "31,7+25". What had to be
 * reckoned is said beside what stood there.
 *
 * @param headerUnit the unit that the head of the column names: what a bare number is in
 */
export function readAmount(cell: string | number | boolean, asked: Asked): NumberRead {
  const stood = String(typeof cell === "number" ? Number(cell.toPrecision(15)) : cell).trim();
  const { column } = asked;
  if (isNotStated(stood)) return { value: "", notices: [{ code: "not_stated", level: "note", column, stood }] };
  let text = stood.normalize("NFKC").replace(/\s+/gu, " ").trim();
  const notices: Notice[] = [];
  let qualifier: string | undefined;
  for (const [pattern, name] of qualifiers) {
    const found = pattern.exec(text);
    if (!found) continue;
    qualifier = name;
    text = text.slice(found[0].length).trim();
    break;
  }
  const parts = text.match(/^(.*?\d[\d\s'.,]*?)\s*(?:[-–—−…]|\.{2,3}|до|to|至|~)\s*(\d.*)$/u);
  if (parts && parts[1] !== undefined && parts[2] !== undefined && !/^[-−]/.test(text) && /\d/.test(parts[1])) {
    const to = readOne(parts[2], asked);
    const from = readOne(parts[1], asked, to.unit, to.power);
    if (from.value !== null && to.value !== null && from.value < to.value) {
      const [value, valueTo] = [print(from.value, asked), print(to.value, asked)];
      notices.push({ code: "range", level: "note", column, stood, understood: `${value} – ${valueTo}` });
      return { value, valueTo, ...(qualifier ? { qualifier } : {}), notices };
    }
  }
  if (/\d[^+]*\+\s*\d/.test(text)) {
    const pieces = text.split("+");
    const last = readOne(pieces.at(-1) ?? "", asked);
    const numbers = pieces.map((piece) => readOne(piece, asked, last.unit, last.power).value);
    if (numbers.every((one) => one !== null)) {
      const value = print(
        numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0),
        asked,
      );
      notices.push({ code: "summed", level: "confirm", column, stood, understood: value });
      return { value, ...(qualifier ? { qualifier } : {}), notices };
    }
  }
  const one = readOne(text, asked);
  if (one.value === null) {
    return {
      value: "",
      notices: [{ code: one.hasUnit ? "wrong_unit" : "not_a_number", level: "error", column, stood }],
    };
  }
  const value = print(one.value, asked);
  if (one.power !== 1) notices.push({ code: "scaled", level: "confirm", column, stood, understood: value });
  else if (one.factor !== 1) notices.push({ code: "converted", level: "note", column, stood, understood: value });
  const exact = one.value;
  if (Math.abs(Number(value) - exact) > Math.abs(exact) * 1e-9 + 1e-12 && !notices.length) {
    notices.push({ code: "rounded", level: "note", column, stood, understood: value });
  }
  return { value, ...(qualifier ? { qualifier } : {}), notices };
}

type One = { value: number | null; unit: string; factor: number; power: number; hasUnit: boolean };

/** @param unit, power of the other end of a range: "10–12 тыс. м²" says them once */
function readOne(text: string, asked: Asked, unit = "", power = 1): One {
  const [, digits = "", rest = ""] =
    /^([-−–+]?\s*\d[\d\s'.,]*?)\s*((?:[^\d\s'.,]|[.,](?!\d)).*)?$/u.exec(text.trim()) ?? [];
  const number = toNumber(digits);
  let tail = rest
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/\s+/g, "")
    .replace(/\^(?=\d)/g, "")
    .replace(/[.,;]+$/, "");
  let scale = power;
  for (const [pattern, factor] of scales) {
    const found = pattern.exec(tail);
    if (!found || unitsOf[asked.dimension].some(([one]) => one.test(tail))) continue;
    scale = factor;
    tail = tail.slice(found[0].length).replace(/^\./, "");
    break;
  }
  tail = tail.replace(/[.,;]+$/, "");
  const named = tail || unit || (asked.headerUnit ?? "");
  const factor = named === "" ? 1 : (factorOf(named, asked.dimension) ?? null);
  const isForeign = factor === null && tail !== "";
  const value = number === null || isForeign ? null : round(number * scale * (factor ?? 1));
  return {
    value,
    unit: tail || unit,
    factor: tail === "" ? 1 : (factor ?? 1),
    power: scale,
    hasUnit: number !== null && isForeign,
  };
}

/** How many of the kept unit one of these is; undefined: it measures something else. */
export function factorOf(unit: string, dimension: Dimension): number | undefined {
  const plain = unit
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[\s()[\]]+/g, "")
    .replace(/[.,;]+$/, "");
  return unitsOf[dimension].find(([pattern]) => pattern.test(plain) || pattern.test(plain.replace(/\.$/, "")))?.[1];
}

/** Points and commas as people in three countries put them: the last of two kinds is the decimal one. */
function toNumber(digits: string): number | null {
  let text = digits
    .replace(/[\s']/g, "")
    .replace(/[−–]/g, "-")
    .replace(/[.,]+$/, "")
    .replace(/^\+/, "");
  const [commas, points] = [text.split(",").length - 1, text.split(".").length - 1];
  if (commas > 0 && points > 0) {
    text = text.lastIndexOf(",") > text.lastIndexOf(".") ? text.replaceAll(".", "") : text.replaceAll(",", "");
  } else if (commas > 1) text = text.replaceAll(",", "");
  else if (points > 1) text = text.replaceAll(".", "");
  const plain = readNumber(text);
  return plain === null ? null : Number(plain);
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

function print(value: number, { scale }: Asked): string {
  return String(Number(round(value).toFixed(scale)));
}
