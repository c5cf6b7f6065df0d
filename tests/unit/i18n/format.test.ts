import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  formatCount,
  formatMoneyParts,
  formatNumber,
  formatShortDate,
  languageByScript,
  utcOffsetHours,
} from "@/lib/i18n/format";

const nbsp = "\u00a0";

describe("numbers", () => {
  it("are written in the way of each language", () => {
    expect(formatNumber(1092, "ru")).toBe(`1${nbsp}092`);
    expect(formatNumber(17.9, "ru")).toBe("17,9");
    expect(formatNumber(1092, "zh")).toBe("1,092");
    expect(formatNumber(1092, "en")).toBe("1,092");
  });

  it("are counted in 万 from ten thousand on, in Chinese only", () => {
    expect(formatCount(9_999, "zh")).toBe("9,999");
    expect(formatCount(10_000, "zh")).toBe("1万");
    expect(formatCount(10_100, "zh")).toBe("1.01万");
    expect(formatCount(10_000, "en")).toBe("10,000");
    expect(formatCount(10_000, "ru")).toBe(`10${nbsp}000`);
  });

  it("are counted in 亿 from a hundred million on", () => {
    expect(formatCount(99_990_000, "zh")).toBe("9999万");
    expect(formatCount(100_000_000, "zh")).toBe("1亿");
    expect(formatCount(1_092_000_000, "zh")).toBe("10.92亿");
  });

  it("stay whole where 万 or 亿 would lose a digit", () => {
    expect(formatCount(17_098, "zh")).toBe("17,098");
    expect(formatCount(123_456_789, "zh")).toBe("123,456,789");
  });
});

describe("money", () => {
  it("is shortened from a million on, with nothing lost", () => {
    expect(formatMoneyParts(999_999, "en")).toEqual({ value: "999,999", scale: "one" });
    expect(formatMoneyParts(1_000_000, "en")).toEqual({ value: "1", scale: "million" });
    expect(formatMoneyParts(3_700_000_000, "ru")).toEqual({ value: "3,7", scale: "billion" });
    expect(formatMoneyParts(1_234_567, "en")).toEqual({ value: "1,234,567", scale: "one" });
  });

  it("stands in 亿 in Chinese, never in millions", () => {
    expect(formatMoneyParts(500_000_000, "zh")).toEqual({ value: "5亿", scale: "one" });
  });
});

describe("dates in figures", () => {
  it("stand day first in Russian, year first elsewhere", () => {
    expect(formatShortDate("2026-11-21", "ru")).toBe("21.11.2026");
    expect(formatShortDate("2026-11-21", "zh")).toBe("2026-11-21");
  });

  it("are never finer than known", () => {
    expect(formatShortDate("2026-01-01", "ru", "month")).toBe("01.2026");
    expect(formatShortDate("2026-01-01", "en", "year")).toBe("2026");
  });

  it("are counted over the ends of months and years", () => {
    expect(addDays("2026-01-31", 30)).toBe("2026-03-02");
    expect(daysBetween("2026-11-21", "2026-12-31")).toBe(40);
    expect(daysBetween("2026-12-31", "2026-12-31")).toBe(0);
    expect(daysBetween("2027-01-01", "2026-12-31")).toBe(-1);
  });
});

describe("offsets from UTC", () => {
  it("are those of the place, not of the server", () => {
    expect(utcOffsetHours("Asia/Yekaterinburg", "2026-01-01")).toBe(5);
    expect(utcOffsetHours("Asia/Vladivostok", "2026-01-01")).toBe(10);
    expect(utcOffsetHours("Asia/Kathmandu", "2026-01-01")).toBe(5.75);
    expect(utcOffsetHours("UTC", "2026-01-01")).toBe(0);
  });
});

it("tells the language of a source's own words by their script", () => {
  expect(languageByScript("РИА Новости")).toBe("ru");
  expect(languageByScript("新华社")).toBe("zh");
  expect(languageByScript("103news")).toBe("en");
});
