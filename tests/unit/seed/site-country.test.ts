import path from "node:path";
import { describe, expect, it } from "vitest";
import { readFacts } from "@/prisma/seed/read-facts";
import { siteCountry } from "@/prisma/seed/site-country";

const folder = path.resolve(import.meta.dirname, "../../../prisma/seed/facts");
const sites = readFacts(folder, []).regions.flatMap((file) => file.sites);
const point = (lat: number, lon: number) => ({ lat, lon, precision: "locality" as const });
const shenyang = {
  ru: "Шэньян, провинция Ляонин, КНР",
  zh: "中国辽宁省沈阳市",
  en: "Shenyang, Liaoning Province, China",
};
const khabarovsk = { ru: "Хабаровск", zh: "哈巴罗夫斯克", en: "Khabarovsk" };

describe("the country of a site", () => {
  it("is known for all 54 places of the facts, one of them in China", () => {
    const countries = sites.map((site) => [site.slug, siteCountry(site.municipality, site.coordinates)] as const);
    expect(countries).toHaveLength(54);
    expect(countries.filter(([, country]) => !country.ok)).toEqual([]);
    const inChina = countries.filter(([, country]) => country.ok && country.country === "cn").map(([slug]) => slug);
    expect(inChina).toEqual(["shenyang-russia-park"]);
  });

  it("does not follow from the word China elsewhere in the name of a place", () => {
    const place = { ru: "Китай-город, Москва", zh: "莫斯科中国城", en: "China Town, Moscow" };
    expect(siteCountry(place)).toEqual({ ok: true, country: "ru" });
  });

  it("does not follow from a trade park for Chinese goods", () => {
    const greenwood = sites.find((site) => site.slug === "greenwood");
    expect(greenwood && siteCountry(greenwood.municipality, greenwood.coordinates)).toEqual({
      ok: true,
      country: "ru",
    });
  });

  it("stays Russia on the bank of the Amur opposite to China", () => {
    expect(siteCountry(khabarovsk, point(48.36, 134.75))).toEqual({ ok: true, country: "ru" });
  });

  it("is refused when the languages disagree", () => {
    expect(siteCountry({ ...shenyang, ru: "Шэньян, провинция Ляонин" })).toMatchObject({ ok: false });
    expect(siteCountry({ ...khabarovsk, zh: "中国哈巴罗夫斯克" })).toMatchObject({ ok: false });
  });

  it("is refused when the coordinates cannot lie there", () => {
    expect(siteCountry(khabarovsk, point(41.5, 122.7))).toMatchObject({ ok: false });
    expect(siteCountry(shenyang, point(55.7, 37.6))).toMatchObject({ ok: false });
  });
});
