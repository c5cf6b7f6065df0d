import { locales } from "@/lib/i18n/locales";
import { factorOf } from "@/lib/register/cell/number";
import { plainWords } from "@/lib/register/cell/word";
import { type ImportField, importFields } from "@/lib/register/fields";
import type { Mapping, RegisterKind } from "@/lib/register/types";
import { type AllMessages, labelOf } from "@/lib/register/words";
import type { Cell, SheetRow } from "@/lib/spreadsheet/types";

/** Titles, stamps and empty lines stand before the heads of the columns; further down nothing is looked for. */
const titleRows = 30;

type Synonym = readonly [field: string, ...patterns: RegExp[]];

/** How ministries head their columns, as `plainWords` writes it. Of several that fit the longest find counts. */
const synonyms: Record<RegisterKind, readonly Synonym[]> = {
  site: [
    [
      "name",
      /^(?:полное )?(?:наименование|название)(?: .*)?(?:площадк\p{L}*|парка|оэз|тор|объекта|зоны)?/u,
      /^(?:инвестиционная )?площадка$/u,
      /^(?:园区|名称|场地)(?:名称)?$/u,
      /^(?:site |park )?name( of)?/u,
      /^site$/u,
    ],
    ["slug", /^(?:slug|адрес страницы|页面地址)/u],
    ["region", /^(?:субъект(?: рф| федерации)?|регион)$/u, /^(?:地区|联邦主体|region)$/u],
    [
      "kind",
      /^(?:тип|вид|категория)(?: (?:площадки|парка|объекта|инвестиционной площадки))?$/u,
      /^(?:类型|园区类型|type|kind)(?: of site)?$/u,
    ],
    [
      "status",
      /^(?:статус|состояние|стадия|этап)(?: (?:площадки|реализации|создания|готовности))?$/u,
      /^(?:状态|status)$/u,
    ],
    ["country", /^(?:страна|国家|country)$/u],
    [
      "municipality",
      /^(?:муниц\p{L}*(?: образовани\p{L}*)?|мо|город(?: .*)?|район|населенный пункт|местоположение|месторасположение|城市|所在地|地点|municipality|city|location)/u,
    ],
    ["address", /^(?:адрес(?: места.*| площадки| объекта)?|地址|address)$/u],
    [
      "managingCompany",
      /^(?:управляющая компания|ук|оператор|управляющая организация|管理公司|运营商|managing company)/u,
    ],
    [
      "totalAreaHa",
      /^(?:общая )?площадь(?: (?:площадки|парка|территории|земельного участка|участка|всего|общая))*(?: (?:га|всего|кв м|м2|в га))*$/u,
      /^площадь .*(?:всего|общая)/u,
      /^(?:总面积|面积|占地面积|total area|area)/u,
    ],
    [
      "availableAreaHa",
      /свободн\p{L}* (?:площад\p{L}*|земл\p{L}*|территори\p{L}*|га)/u,
      /площад\p{L}* .*(?:свободн|доступн)\p{L}*/u,
      /^(?:свободно|доступно)(?: га)?$/u,
      /(?:可用|空余|剩余)面积/u,
      /(?:free|available) area/u,
    ],
    [
      "premisesM2",
      /площад\p{L}* (?:.* )?(?:помещений|зданий|производственных)/u,
      /(?:建筑面积|厂房面积)/u,
      /premises/u,
    ],
    [
      "availablePremisesM2",
      /свободн\p{L}* (?:.* )?помещени\p{L}*/u,
      /площад\p{L}* свободных (?:.* )?помещений/u,
      /(?:可用厂房|空置厂房)/u,
      /(?:free|available) premises/u,
    ],
    [
      "establishedYear",
      /^(?:год|дата) (?:создания|основания|образования|присвоения)/u,
      /(?:成立|设立)(?:年份|时间|年)/u,
      /^(?:year|established)/u,
    ],
    // Before each of the two alone: of heads that fit alike the first counts.
    [
      "coordinates",
      /^(?:.* )?широта(?: и)? долгота(?: .*)?$/u,
      /^(?:.* )?lat\p{L}*(?: and)? lo?ng?\p{L}*$/u,
      /^(?:координаты|геокоординаты|географические координаты|gps|坐标|coordinates)/u,
    ],
    ["lat", /^(?:широта|latitude|lat|纬度|координат\p{L}* (?:.* )?(?:широта|с ш))/u],
    ["lon", /^(?:долгота|longitude|lon|lng|经度|координат\p{L}* (?:.* )?(?:долгота|в д))/u],
    ["website", /^(?:сайт|веб сайт|адрес сайта|ссылка|интернет сайт|网站|网址|website|site url|url)/u],
    ["phone", /(?:телефон|тел$|контакт\p{L}* телефон|电话|phone)/u],
    ["sectors", /^(?:отрасл\p{L}*|специализация|приоритетные отрасли|виды деятельности|行业|产业|sectors?|industr)/u],
    [
      "electricity.totalCapacity",
      /(?:электро\p{L}*|электрическ\p{L}* мощност\p{L}*|мощност\p{L}* (?:.* )?(?:мвт|квт)|электричество)(?! .*свободн)/u,
      /(?:电力|供电|电力容量)/u,
      /(?:electric|power)/u,
    ],
    [
      "electricity.freeCapacity",
      /(?:свободн\p{L}*|доступн\p{L}*|резерв\p{L}*) (?:.* )?(?:электр\p{L}*|мощност\p{L}*|мвт)/u,
      /(?:электр\p{L}*|мощност\p{L}*) .*свободн\p{L}*/u,
      /可用电力/u,
      /free (?:power|electric)/u,
    ],
    ["gas.totalCapacity", /(?:газ$|газо\p{L}*|^газ )(?! .*свободн)/u, /(?:天然气|供气)/u, /^(?:natural )?gas/u],
    ["gas.freeCapacity", /свободн\p{L}* (?:.* )?газ\p{L}*/u, /газ\p{L}* .*свободн\p{L}*/u],
    ["water.totalCapacity", /^(?:водоснабжение|вода|供水|water)/u],
    ["sewage.totalCapacity", /^(?:водоотведение|канализация|стоки|排水|sewage|waste ?water)/u],
    ["heat.totalCapacity", /^(?:теплоснабжение|тепло|供热|heat)/u],
    ["airport.distanceKm", /(?:аэропорт|机场|airport)/u],
    ["rail.distanceKm", /(?:железн\p{L}* дорог\p{L}*|ж д|ждс|станци\p{L}*|铁路|rail)/u],
    ["road.distanceKm", /(?:автодорог\p{L}*|автотрасс\p{L}*|трасс\p{L}*|公路|road|highway)/u],
    ["regimeId", /^(?:режим|преференциальный режим|льготный режим|制度|regime)/u],
    ["placeId", /^(?:город портала|город или район)$/u],
    ["parentId", /^(?:входит в|зона|в составе|所属)/u],
    ["summary", /^(?:описание|краткое описание|примечани\p{L}*|о площадке|简介|描述|description|summary)/u],
  ],
  lot: [
    [
      "site",
      /^(?:площадка|наименование площадки|название площадки|парк|наименование парка|оэз|объект|园区|园区名称|site)/u,
    ],
    [
      "code",
      /^(?:номер|лот|номер лота|номер участка|номер блока|код|код лота|обозначение|地块编号|编号|lot|code)(?: лота| участка)?$/u,
    ],
    ["name", /^(?:наименование|название) (?:лота|участка|помещения)/u, /^(?:наименование|название|名称|name)$/u],
    ["kind", /^(?:вид|тип)(?: (?:лота|объекта|участка|помещения))?$/u, /^(?:类型|type|kind)$/u],
    ["status", /^(?:статус|состояние|занятость|доступность|状态|status)/u],
    ["areaHa", /^площадь(?: (?:земельного участка|участка|лота|земли|га))*$/u, /^(?:面积|土地面积|area)/u],
    ["areaM2", /площад\p{L}* (?:.* )?(?:помещени\p{L}*|здани\p{L}*|кв м|м2)/u, /建筑面积/u],
    ["reservedPercent", /(?:забронировано|зарезервировано)/u],
    ["priceAmount", /^(?:цена|стоимость|арендная плата|ставка аренды|аренда|价格|租金|price|rent)/u],
    ["priceCurrency", /^(?:валюта|货币|currency)/u],
    ["pricePer", /^(?:за что цена|единица цены|цена за|计价单位)/u],
    ["priceVat", /^(?:ндс|增值税|vat)/u],
    ["cadastralNumber", /(?:кадастр\p{L}*|地籍|cadastral)/u],
    ["availableFrom", /^(?:доступен|срок|дата освобождения|свободен с|готовность|срок ввода|可用时间|available from)/u],
    ["note", /^(?:примечани\p{L}*|комментари\p{L}*|описание|备注|note)/u],
  ],
  resident: [
    ["site", /^(?:площадка|наименование площадки|парк|оэз|тор|территория|园区|site)/u],
    [
      "name",
      /^(?:резидент|полное наименование|наименование(?: (?:резидента|организации|компании|юридического лица|предприятия))?|организация|компания|企业名称|企业|公司名称|resident|company)/u,
    ],
    ["taxNumber", /^(?:инн|uscc|统一社会信用代码|税号|налоговый номер|tax)/u],
    ["country", /^(?:страна(?: .*)?|国家|国别|country)/u],
    ["kind", /^(?:вид|тип|форма)(?: организации)?$/u, /^(?:类型|kind|type)$/u],
    ["foundedYear", /^год (?:основания|регистрации|создания)/u, /成立年份/u],
    ["website", /^(?:сайт|网站|网址|website)/u],
    ["phone", /(?:телефон|电话|phone)/u],
    ["sectors", /^(?:отрасл\p{L}*|оквэд|вид деятельности|行业|sector)/u],
    ["summary", /^(?:проект|наименование проекта|описание|продукция|简介|summary|description)/u],
  ],
};

type Match = { field: ImportField; score: number };

/** The field that a head means best, without those that are taken. */
function bestField(kind: RegisterKind, header: string, labels: ReadonlyMap<string, string>): Match | null {
  const exact = labels.get(plainWords(header));
  const own = exact && importFields[kind].find(({ id }) => id === exact);
  if (own) return { field: own, score: 1_000 };
  const plain = plainWords(header);
  if (plain === "") return null;
  let best: Match | null = null;
  for (const [id, ...patterns] of synonyms[kind]) {
    for (const pattern of patterns) {
      const found = pattern.exec(plain);
      const score = found ? found[0].length + (found.index === 0 ? 5 : 0) : 0;
      const field = score > 0 && importFields[kind].find((one) => one.id === id);
      if (field && (!best || score > best.score)) best = { field, score };
    }
  }
  return best;
}

const labelBooks = new WeakMap<AllMessages, Map<RegisterKind, Map<string, string>>>();

/** Our own names of the columns in all languages: what an export calls a column, an import knows. */
function labelsOf(kind: RegisterKind, all: AllMessages): Map<string, string> {
  const books = labelBooks.get(all) ?? new Map<RegisterKind, Map<string, string>>();
  labelBooks.set(all, books);
  const known = books.get(kind);
  if (known) return known;
  const labels = new Map<string, string>();
  for (const locale of locales) {
    for (const field of importFields[kind]) {
      const label = plainWords(labelOf(all[locale], field));
      if (!labels.has(label)) labels.set(label, field.id);
    }
  }
  books.set(kind, labels);
  return labels;
}

/** Which column fills which field, as far as the heads tell. Each field is filled by one column: the one that fits best. */
export function proposeMapping(kind: RegisterKind, headers: readonly string[], all: AllMessages): Mapping {
  const labels = labelsOf(kind, all);
  const matches = headers.flatMap((header, column) => {
    const match = bestField(kind, header, labels);
    return match ? [{ column, ...match }] : [];
  });
  const mapping: Mapping = {};
  const taken = new Set<string>();
  for (const { column, field } of [...matches].sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (taken.has(field.id)) continue;
    taken.add(field.id);
    mapping[String(column)] = field.id;
  }
  return mapping;
}

export type HeaderFind = { headerRow: number; headers: string[] };

/**
 * Finds the heads of the columns among titles and stamps: the row of the first thirty in which most cells name a field.
 * Heads in two lines are joined, and a line that only numbers the columns is none.
 *
 * @param rows the first rows of the file
 * @returns    null where no row has two cells with words
 */
export function findHeaders(kind: RegisterKind, rows: readonly SheetRow[], all: AllMessages): HeaderFind | null {
  const first = rows.slice(0, titleRows);
  const scored = first.map((row) => {
    const headers = row.cells.map(toHeader);
    return { row, headers, fits: Object.keys(proposeMapping(kind, headers, all)).length, filled: words(row.cells) };
  });
  const [best] = [...scored].filter(({ filled }) => filled >= 2).sort((a, b) => b.fits - a.fits || b.filled - a.filled);
  if (!best) return null;
  const next = scored[scored.indexOf(best) + 1];
  if (next && isSecondLine(best.row.cells, next.row.cells)) {
    const headers = joined(best.row.cells, next.row.cells);
    if (Object.keys(proposeMapping(kind, headers, all)).length >= best.fits)
      return { headerRow: next.row.number, headers };
  }
  return { headerRow: best.row.number, headers: best.headers };
}

function toHeader(cell: Cell): string {
  return cell === null ? "" : String(cell).replace(/\s+/g, " ").trim().slice(0, 200);
}

function words(cells: readonly Cell[]): number {
  return cells.filter((cell) => typeof cell === "string" && /\p{L}/u.test(cell)).length;
}

/** A second line of heads stands below joined cells: words only, and under heads that span several columns. */
function isSecondLine(upper: readonly Cell[], lower: readonly Cell[]): boolean {
  const filled = lower.filter((cell) => cell !== null);
  if (filled.length < 2 || words(lower) < filled.length) return false;
  return lower.some((cell, column) => cell !== null && column > 0 && (upper[column] ?? null) === null);
}

function joined(upper: readonly Cell[], lower: readonly Cell[]): string[] {
  let over = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, below] = [toHeader(upper[column] ?? null), toHeader(lower[column] ?? null)];
    if (above !== "") over = above;
    return below === "" ? above : `${over} ${below}`.trim();
  });
}

/** The unit that a head names: "Площадь, м²" and "Мощность (кВт)". */
export function headerUnit(header: string, { reading }: ImportField): string | undefined {
  if (reading.as !== "number") return undefined;
  const pieces = header.split(/[,(;]/).map((piece) => piece.replace(/\).*$/, "").trim());
  return [...pieces.slice(1), header.split(/\s+/).at(-1) ?? ""]
    .reverse()
    .find((piece) => factorOf(piece, reading.dimension) !== undefined);
}

/** Rows that are no records: sums, the example of a template, heads that are repeated on each page. */
export function skippedAs(
  cells: readonly Cell[],
  headers: readonly string[],
): "total_row" | "example_row" | "header_row" | null {
  const texts = cells.flatMap((cell) => (typeof cell === "string" ? [cell.trim()] : []));
  const [first = ""] = texts;
  if (texts.some((text) => /^(?:пример|образец|示例|example)\s*[:：]/iu.test(text))) return "example_row";
  if (/^(?:итого|всего|total|сумма|合计|总计|小计)(?:[\s:：.]|$)/iu.test(first) || /^(?:合计|总计|小计)/u.test(first))
    return "total_row";
  const same = cells.filter(
    (cell, column) => cell !== null && toHeader(cell) === headers[column] && headers[column] !== "",
  );
  if (same.length >= 2 && same.length === cells.filter((cell) => cell !== null).length) return "header_row";
  const numbers = cells.filter((cell) => cell !== null).map((cell) => Number(String(cell).replace(/[().]/g, "")));
  if (numbers.length >= 3 && numbers.every((one, index) => one === (numbers[0] ?? 0) + index)) return "header_row";
  return null;
}
