import { writeXlsx } from "hucre/xlsx";
import { facts, regionNames } from "@/tests/support/facts";
import { toWindows1251 } from "@/tests/support/windows-1251";

/** What stands in the register about a site that the portal knows, and where. */
export const knownRow = { number: 6, slug: "sez-nyagan", area: "273,5", understood: "273.5" } as const;
/** The first site that the portal does not know. */
export const newRow = { number: 7, name: "Инвестиционная площадка «Сургут-Восточная»" } as const;
/** Cells that cannot be read, as a person finds them in Excel; each keeps its row out. */
export const badCells = ["E14", "H15"] as const;
/** Which rows end how. */
export const expected = { new: 22, changed: 1, unchanged: 1, error: 4, skipped: 2 } as const;
/** The head of the column that the portal does not know by itself. */
export const unknownHead = "Приёмная (для справок)";

const titles = [
  ["Утверждено приказом от 01.11.2026 № 147-п"],
  [],
  ["Реестр инвестиционных площадок автономного округа (по состоянию на 1 ноября 2026 г.)"],
  [],
];
const heads = [
  "№ п/п",
  "Муниц. образование",
  "Наименование  инвест. площадки",
  "Вид площадки",
  "Общая площадь (га)",
  "в т.ч. свободная площадь,га",
  "СТАТУС",
  "Эл. мощность, МВт",
  "Координаты (широта, долгота)",
  "Субъект РФ",
  "Площадь помещений, кв.м",
  unknownHead,
  "Примечания",
];
const towns = ["Сургут", "Нижневартовск", "Нефтеюганск", "Когалым", "Урай", "Лангепас", "Мегион", "Советский"];
const kinds = ["Индустриальный парк", "промышленный парк", "технопарк", "ОЭЗ ППТ"];
const states = ["действует", "планируемая", "строится", "Действующая"];

type Column = "kind" | "area" | "free" | "state" | "power" | "place" | "region" | "premises" | "phone";
type Line = { town: string; name: string } & Partial<Record<Column, string>>;

function row(index: number, line: Line): string[] {
  const { town, name, kind = "", area = "", free = "", state = "", power = "", place = "" } = line;
  const { region = "ХМАО - Югра", premises = "", phone = "" } = line;
  const note = town.includes("Сургут") ? "уточнить; см. письмо" : "";
  return [String(index), town, name, kind, area, free, state, power, place, region, premises, phone, note];
}

/** Areas of sites as the facts have them, with a decimal comma. */
function areas(): string[] {
  const all = regionNames.flatMap((name) => facts(name).sites.flatMap(({ totalAreaHa }) => totalAreaHa ?? []));
  return [...new Set(all)].map((one) => String(one).replace(".", ","));
}

/** The rows of the sheet from its first one on: 30 below the heads, as a ministry keeps them. */
export function messyRegister(): string[][] {
  const [nyagan, , impuls] = facts("yugra").sites;
  const known = areas();
  const lines: Line[] = [
    { town: "Нягань", name: nyagan?.name.ru ?? "", area: knownRow.area, state: "" },
    {
      town: "г. Сургут",
      name: newRow.name,
      kind: "Индустриальный парк",
      area: "31,7+25",
      free: "12 га",
      state: "действует",
      power: "10,5",
      place: "61.25, 73.41667",
      premises: "7,2 тыс.",
      phone: "+7 3462 00-00-00",
    },
    { town: "Урай", name: "Площадка «Урай-1»", kind: "ОЭЗ ППТ", area: "1 234,5", free: "н/д", state: "планируемая" },
    // Latitude and longitude the wrong way round.
    {
      town: "Мегион",
      name: "Площадка «Мегион»",
      kind: "технопарк",
      area: "8",
      state: "строится",
      place: "76.1, 61.03",
    },
    { town: "Когалым", name: "Площадка «Когалым»", kind: "технопарк", area: "5,5", state: "действует", region: "" },
    { town: "", name: impuls?.name.ru ?? "", area: "н/д", state: "" },
    // The same site once more, in other letters.
    { town: "Урай", name: "ПЛОЩАДКА «УРАЙ-1»", kind: "ОЭЗ ППТ", area: "1234,5", state: "планируемая" },
    {
      town: "Тверь",
      name: "Площадка «Тверь»",
      kind: "технопарк",
      area: "3",
      state: "действует",
      region: "Тверская область",
    },
    { town: "Лангепас", name: "Площадка «Лангепас»", kind: "технопарк", area: "много", state: "действует" },
    { town: "Урай", name: "Площадка «Урай-2»", kind: "технопарк", area: "4", state: "действует", power: "35 кВ" },
  ];
  for (let index = lines.length; index < 28; index++) {
    const pick = <T>(list: readonly T[]): T | undefined => list[index % list.length];
    lines.push({
      town: pick(towns) ?? "",
      name: `Инвестиционная площадка № ${index + 1}`,
      kind: pick(kinds) ?? "",
      area: pick(known) ?? "",
      state: pick(states) ?? "",
      power: index % 3 === 0 ? "2,5" : "н/д",
    });
  }
  const sheet = lines.map((line, index) => row(index + 1, line));
  // The heads stand again where a page of the printed list ends.
  sheet.splice(20, 0, heads);
  return [...titles, heads, ...sheet, ["Итого", "", "", "", "4 561,3"]];
}

/** As Excel in Russian saves it. */
export function asCsv(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return toWindows1251(`${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`);
}

export async function asXlsx(rows: readonly (readonly string[])[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: "Реестр", rows: rows.map((row) => [...row]) }] }));
}
