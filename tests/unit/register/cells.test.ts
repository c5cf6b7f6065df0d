import { describe, expect, it } from "vitest";
import { readWhen } from "@/lib/register/cell/date";
import { readAmount } from "@/lib/register/cell/number";
import { placeIn, readDegrees, readPair } from "@/lib/register/cell/place";

const ha = { dimension: "areaHa", scale: 4, column: 0 } as const;
const m2 = { dimension: "areaM2", scale: 2, column: 0 } as const;
const mw = { dimension: "powerMw", scale: 4, column: 0 } as const;

describe("numbers of registers", () => {
  it.each([
    ["12", "12"],
    ["31,7", "31.7"],
    ["1 234,5", "1234.5"],
    ["1\u202f234,5", "1234.5"],
    ["1\u00a0234\u00a0567,25", "1234567.25"],
    ["1.234,5", "1234.5"],
    ["1,234.5", "1234.5"],
    ["12 га", "12"],
    ["12га.", "12"],
    ["１２，５", "12.5"],
    ["500 公顷", "500"],
    ["0", "0"],
  ])("%s", (cell, value) => {
    const read = readAmount(cell, ha);
    expect(read.value).toBe(value);
    expect(read.notices.filter(({ level }) => level !== "note")).toEqual([]);
  });

  it.each([
    ["35 000 м²", ha, "3.5", "converted", "note"],
    ["3 500 м²", m2, "3500", undefined, undefined],
    ["2 га", m2, "20000", "converted", "note"],
    ["150亩", ha, "10", "converted", "note"],
    ["500 кВт", mw, "0.5", "converted", "note"],
    ["1,5 МВт", mw, "1.5", undefined, undefined],
    ["7,2 тыс. м²", m2, "7200", "scaled", "confirm"],
    ["7,2 тыс.", m2, "7200", "scaled", "confirm"],
    ["3万平方米", m2, "30000", "scaled", "confirm"],
    ["31,7+25", ha, "56.7", "summed", "confirm"],
    ["31,7 га + 25 га", ha, "56.7", "summed", "confirm"],
  ] as const)("%s is reckoned, and said", (cell, asked, value, code, level) => {
    const read = readAmount(cell, asked);
    expect(read.value).toBe(value);
    expect(read.notices[0]?.code).toBe(code);
    expect(read.notices[0]?.level).toBe(level);
  });

  it.each(["н/д", "Н/Д", "-", "—", "нет данных", "не указано", "未注明", "n/a", "уточняется"])(
    "%s is not stated",
    (cell) => {
      const read = readAmount(cell, ha);
      expect(read.value).toBe("");
      expect(read.notices).toMatchObject([{ code: "not_stated", level: "note" }]);
    },
  );

  it("a voltage is no power", () => {
    expect(readAmount("35 кВ", mw)).toMatchObject({ value: "", notices: [{ code: "wrong_unit", level: "error" }] });
    expect(readAmount("80 МВА", mw)).toMatchObject({ value: "", notices: [{ code: "wrong_unit", level: "error" }] });
  });
  it.each(["много", "двадцать", "12 га (по плану 15)", "1e400", "--5", "=1+1"])("%s is no number", (cell) => {
    expect(readAmount(cell, ha).notices).toMatchObject([{ level: "error" }]);
  });
  it.each([
    ["10–12", "10", "12"],
    ["10 - 12 га", "10", "12"],
    ["от 10 до 12", "10", "12"],
    ["10—12 тыс. м²", "1", "1.2"],
  ])("%s is a range", (cell, value, valueTo) => {
    expect(readAmount(cell, ha)).toMatchObject({ value, valueTo });
  });
  it.each([
    ["около 12", "about"],
    ["~12", "about"],
    ["более 12 га", "more_than"],
    [">12", "more_than"],
    ["до 12", "less_than"],
    ["почти 12", "almost"],
  ])("%s says how exact it is", (cell, qualifier) => {
    expect(readAmount(cell, ha)).toMatchObject({ value: "12", qualifier });
  });
  it("a bare number is in the unit of its column", () => {
    expect(readAmount(35_000, { ...ha, headerUnit: "м²" }).value).toBe("3.5");
    expect(readAmount("3 га", { ...ha, headerUnit: "м²" }).value).toBe("3");
  });
  it("is rounded to what the portal keeps, and says so", () => {
    expect(readAmount("1,234567", ha)).toMatchObject({ value: "1.2346", notices: [{ code: "rounded" }] });
    expect(readAmount(0.1 + 0.2, ha)).toMatchObject({ value: "0.3", notices: [] });
  });
});

describe("days of registers", () => {
  it.each([
    ["III кв. 2027", "2027-Q3"],
    ["3 квартал 2027 г.", "2027-Q3"],
    ["в 4-м квартале 2026 года", null],
    ["IV квартал 2026 года", "2026-Q4"],
    ["до конца 2026 г.", "2026"],
    ["2026 год", "2026"],
    ["II полугодие 2026", "2026-H2"],
    ["март 2027", "2027-03"],
    ["15 марта 2027 г.", "2027-03-15"],
    ["15.03.2027", "2027-03-15"],
    ["2027-03-15", "2027-03-15"],
    ["2027-03-15 00:00", "2027-03-15"],
    ["2027年第三季度", "2027-Q3"],
    ["2027年3月", "2027-03"],
    ["2027年底", "2027"],
    ["46023", "2026-01-01"],
    ["31.02.2027", null],
    ["скоро", null],
  ])("%s", (cell, value) => {
    const read = readWhen(cell, 0);
    expect(read.value).toBe(value ?? "");
    if (value === null) expect(read.notices).toMatchObject([{ code: "not_a_date", level: "error" }]);
  });
  it("the number that Excel keeps for a day is asked about", () => {
    expect(readWhen(46_023, 0).notices).toMatchObject([{ level: "confirm", understood: "2026-01-01" }]);
  });
});

describe("places", () => {
  const yugra = { west: 59, south: 58, east: 86, north: 66 };
  it("degrees, minutes and seconds", () => {
    expect(readDegrees("61,0042")).toBe(61.0042);
    expect(readDegrees("61°30′00″ с.ш.")).toBe(61.5);
    expect(readDegrees("там")).toBeNull();
    expect(readPair("61.0042, 69.0019")).toEqual(["61.0042", "69.0019"]);
    expect(readPair("61,0042; 69,0019")).toEqual(["61,0042", "69,0019"]);
  });
  it("turned round where only that fits the region", () => {
    expect(placeIn(69, 61, yugra, [0, 1])).toMatchObject({
      lat: 61,
      lon: 69,
      notice: { code: "swapped", level: "confirm" },
    });
    expect(placeIn(61, 69, yugra, [0, 1])).toMatchObject({ lat: 61, lon: 69, notice: null });
    expect(placeIn(10, 10, yugra, [0, 1])).toMatchObject({ lat: 10, lon: 10, notice: { code: "outside_region" } });
  });
});
