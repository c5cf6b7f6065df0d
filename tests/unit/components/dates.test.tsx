import { describe, expect, it } from "vitest";
import { useDates } from "@/components/ui/use-dates";
import type { Locale } from "@/lib/i18n/locales";
import type { DatePrecision, PartialDate } from "@/lib/source/types";
import { render } from "./render";

function Shown({ date, as }: { date: PartialDate; as: "long" | "short" | "deadline" }) {
  return useDates()[as](date);
}

function shown(locale: Locale, as: "long" | "short" | "deadline", from: string, to: string, precision: DatePrecision) {
  return render(locale, <Shown as={as} date={{ from, to, precision }} />);
}

describe("a date", () => {
  it("is written as the language writes it", async () => {
    expect(await shown("zh", "long", "2026-11-21", "2026-11-21", "day")).toBe("2026年11月21日");
    expect(await shown("ru", "long", "2026-11-21", "2026-11-21", "day")).toBe("21 ноября 2026 года");
    expect(await shown("en", "long", "2026-11-21", "2026-11-21", "day")).toBe("21 November 2026");
  });

  it("of which only the month is known names no day", async () => {
    expect(await shown("zh", "long", "2026-01-01", "2026-01-31", "month")).toBe("2026年1月");
    expect(await shown("ru", "long", "2026-01-01", "2026-01-31", "month")).toBe("январь 2026 года");
    expect(await shown("zh", "short", "2026-01-01", "2026-01-31", "month")).toBe("2026-01");
    expect(await shown("ru", "short", "2026-01-01", "2026-01-31", "month")).toBe("01.2026");
  });

  it("of which the quarter, half or year is known names no month", async () => {
    expect(await shown("zh", "long", "2028-04-01", "2028-06-30", "quarter")).toBe("2028年第2季度");
    expect(await shown("ru", "long", "2028-07-01", "2028-12-31", "half")).toBe("второе полугодие 2028 года");
    expect(await shown("en", "long", "2028-01-01", "2028-12-31", "year")).toBe("2028");
  });
});

describe("a period", () => {
  it("within a month names the month once", async () => {
    expect(await shown("zh", "long", "2025-12-03", "2025-12-04", "day")).toBe("2025年12月3日—4日");
    expect(await shown("ru", "long", "2025-12-03", "2025-12-04", "day")).toBe("3–4 декабря 2025 года");
    expect(await shown("en", "long", "2025-12-03", "2025-12-04", "day")).toBe("3–4 December 2025");
  });

  it("over a month or a year names both ends", async () => {
    expect(await shown("zh", "long", "2025-11-29", "2025-12-02", "day")).toBe("2025年11月29日至12月2日");
    expect(await shown("en", "long", "2025-12-29", "2026-01-02", "day")).toBe("29 December 2025 – 2 January 2026");
  });
});

describe("a deadline", () => {
  it("of a year or its December is the end of the year", async () => {
    expect(await shown("zh", "deadline", "2026-01-01", "2026-12-31", "year")).toBe("2026年底");
    expect(await shown("zh", "deadline", "2026-12-01", "2026-12-31", "month")).toBe("2026年底");
    expect(await shown("ru", "deadline", "2026-12-01", "2026-12-31", "month")).toBe("конец 2026 года");
  });

  it("of another month is that month", async () => {
    expect(await shown("zh", "deadline", "2028-01-01", "2028-01-31", "month")).toBe("2028年1月");
    expect(await shown("zh", "deadline", "2026-11-01", "2026-11-30", "month")).toBe("2026年11月");
  });
});
