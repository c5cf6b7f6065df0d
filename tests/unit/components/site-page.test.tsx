import { describe, expect, it } from "vitest";
import { KindSign } from "@/components/site/kind-sign";
import { SitePage } from "@/components/site/site-page";
import { locales } from "@/lib/i18n/locales";
import { siteKinds } from "@/lib/site/types";
import { bareSite, day, provenance, stage, year } from "./records";
import { render, textOf } from "./render";

const noMedia = { cover: null, gallery: [], documents: [] };

const today = "2026-11-22";

function page(site: Parameters<typeof bareSite>[0] = {}) {
  return <SitePage media={noMedia} site={bareSite(site)} visits={[]} crumbs={[]} today={today} />;
}

describe("a site of which nothing is known", () => {
  it("says so for areas, every main utility and every rule for foreigners", async () => {
    const text = textOf(await render("zh", page()));
    for (const utility of ["供电", "供气", "供水", "排水", "供热"]) expect(text).toContain(`${utility} 未公布`);
    expect(text).toContain("可用面积 未公布");
    expect(text.match(/未核实/g)).toHaveLength(3);
  });

  it("never shows a zero", async () => {
    expect(textOf(await render("zh", page()))).not.toMatch(/(?<!\d)0(?!\d)/);
  });

  it.each(locales)("has all its words and no style attribute (%s)", async (locale) => {
    expect(await render(locale, page())).not.toMatch(/\sstyle=/);
  });
});

it("prints an area in all units and keeps the number's source under it", async () => {
  const totalAreaHa = { value: 272, valueTo: null, qualifier: null, provenance };
  const text = textOf(await render("zh", page({ totalAreaHa })));
  expect(text).toContain("272 公顷 4,080亩 · 272万平方米 Югра Сегодня 2026-02-01");
});

describe("readiness", () => {
  it("counts the days to a deadline that is near", async () => {
    const text = textOf(await render("zh", page({ stages: [stage({ readyOn: year(2026) })] })));
    expect(text).toContain("距2026年底还有39天");
  });

  it("does not warn of one that is far", async () => {
    const text = textOf(await render("zh", page({ stages: [stage({ readyOn: year(2028) })] })));
    expect(text).not.toContain("还有");
  });

  it("says that a passed stage was never confirmed", async () => {
    const passed = stage({ readyOn: day("2026-01-31"), isOverdue: true });
    expect(textOf(await render("zh", page({ stages: [passed] })))).toContain("已过期，未见验收报道");
  });
});

it("shows a host enterprise without what is offered to investors", async () => {
  const text = textOf(await render("zh", page({ kind: "facility", isFacility: true })));
  expect(text).toContain("不是招商用地");
  expect(text).not.toContain("可用面积");
  expect(text).not.toContain("地块");
});

describe("signs", () => {
  it.each(locales)("differ for every kind (%s)", async (locale) => {
    const signs = await Promise.all(siteKinds.map((kind) => render(locale, <KindSign kind={kind} />)));
    expect(new Set(signs.map(textOf)).size).toBe(siteKinds.length);
  });

  it("are 中 for a site in China, and only there", async () => {
    expect(textOf(await render("zh", <KindSign kind="trade_park" country="cn" />))).toBe("中");
    expect(textOf(await render("zh", <KindSign kind="trade_park" country="ru" />))).toBe("贸");
  });
});
