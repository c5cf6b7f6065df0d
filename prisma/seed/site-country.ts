import type { CoordinatesFact, Text } from "./facts-schema/base";

/** China as the last word of a place in Russian and English, and as the first in Chinese. */
const CHINA = { ru: /(^|[\s,(])(Китай|КНР)\)?$/, en: /(^|[\s,(])China\)?$/, zh: /^中国/ };

export type SiteCountry = { ok: true; country: "ru" | "cn" } | { ok: false; reason: string };

/**
 * Country of a site. The facts have no field for it; a place abroad names its country in `municipality`, a Russian one
 * does not. All three languages must agree, and the coordinates must not speak against it.
 *
 * A border between the two is not drawn here: Khabarovsk and Fuyuan lie 50 km apart. Only what cannot be is refused.
 *
 * @param municipality for example "Liaozhong District, Shenyang, Liaoning Province, China"
 */
export function siteCountry(municipality: Text, coordinates?: CoordinatesFact): SiteCountry {
  const said = [CHINA.ru.test(municipality.ru), CHINA.en.test(municipality.en), CHINA.zh.test(municipality.zh)];
  const country = said[0] ? "cn" : "ru";
  if (new Set(said).size > 1) {
    return { ok: false, reason: "the languages disagree about the country (a place in China names it in all three)" };
  }
  if (coordinates && !mayLieIn(country, coordinates)) {
    return { ok: false, reason: `the coordinates cannot lie in ${country === "cn" ? "China" : "Russia"}` };
  }
  return { ok: true, country };
}

/** Outer bounds: Russia reaches south to 41.2° (to 42.3° east of the Urals), China north to 53.6° and west to 73.5°. */
function mayLieIn(country: "ru" | "cn", { lat, lon }: CoordinatesFact): boolean {
  if (country === "cn") return lat >= 18 && lat <= 53.6 && lon >= 73.4 && lon <= 135.1;
  return lat >= 41.1 && (lon < 60 || lat >= 42.2);
}
