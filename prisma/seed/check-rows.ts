import { parseDay } from "@/lib/core/dates";
import type { Facts, RegionFile } from "./facts-schema/files";
import { areaFields, type SiteFact } from "./facts-schema/site";
import type { OutcomeFact, VisitFact } from "./facts-schema/visit";
import type { Fault } from "./fault";
import { siteCountry } from "./site-country";

const DAYS_OF_A_WEEK = 7;

/**
 * Rules that need to know what a row is. Runs only on files whose shape is right.
 *
 * @param reservedSegments first path segments that a region may not take as its slug
 */
export function checkRows(
  facts: Facts,
  reservedSegments: readonly string[],
  fileOf: (region: RegionFile) => string,
): Fault[] {
  const faults: Fault[] = [];
  const isoCodes = new Set<string>();
  for (const file of facts.regions) {
    const name = fileOf(file);
    const add = (path: string, reason: string) => faults.push({ file: name, path, reason });
    checkRegion(file, name, reservedSegments, add);
    if (isoCodes.has(file.region.isoCode))
      add("region.isoCode", `"${file.region.isoCode}" is the code of another region`);
    isoCodes.add(file.region.isoCode);
    for (const site of file.sites) checkSite(site, file.sites, `sites[${site.slug}]`, add);
    for (const visit of file.visits) checkVisit(visit, `visits[${visit.slug}]`, add);
  }
  return faults;
}

type Add = (path: string, reason: string) => void;

function checkRegion(file: RegionFile, name: string, reservedSegments: readonly string[], add: Add): void {
  const { slug, legalFlags = [] } = file.region;
  if (`${slug}.json` !== name) add("region.slug", `"${slug}" differs from the file name`);
  if (reservedSegments.includes(slug)) add("region.slug", `"${slug}" is the address of a page of the portal`);
  once(
    legalFlags.map((flag) => flag.flag),
    "region.legalFlags",
    "flag",
    add,
  );
  once(
    file.indicators.map((row) => `${row.key} ${row.period}`),
    "indicators",
    "key and period",
    add,
  );
}

function checkSite(site: SiteFact, all: SiteFact[], path: string, add: Add): void {
  for (const field of areaFields) {
    const hasBacking = site.figures?.[field] !== undefined;
    if (site[field] !== undefined && !hasBacking) add(`${path}.${field}`, "has no entry in figures");
    if (site[field] === undefined && hasBacking) add(`${path}.figures.${field}`, "backs a figure that is not there");
  }
  if (site.utilities && !site.utilitiesSources) add(`${path}.utilities`, "has no utilitiesSources");
  if (site.utilities && Object.keys(site.utilities).length === 0) add(`${path}.utilities`, "is empty: leave it out");
  for (const lot of site.lots ?? []) {
    if ((lot.priceRub === undefined) !== (lot.pricePer === undefined)) {
      add(`${path}.lots[${lot.code}]`, "priceRub and pricePer come together");
    }
  }
  once(
    (site.lots ?? []).map((lot) => lot.code),
    `${path}.lots`,
    "code",
    add,
  );
  once(
    (site.services ?? []).map((service) => service.key),
    `${path}.services`,
    "key",
    add,
  );
  once(
    (site.legalFlags ?? []).map((flag) => flag.flag),
    `${path}.legalFlags`,
    "flag",
    add,
  );
  once(site.residents ?? [], `${path}.residents`, "organisation", add);
  if (hasCircle(site, all)) add(`${path}.parentSiteSlug`, "leads back to the site itself");
  const country = siteCountry(site.municipality, site.coordinates);
  if (!country.ok) add(`${path}.municipality`, country.reason);
}

function hasCircle(site: SiteFact, all: SiteFact[]): boolean {
  const seen = new Set<string>();
  for (let at: SiteFact | undefined = site; at; ) {
    if (seen.has(at.slug)) return true;
    seen.add(at.slug);
    const parent: string | undefined = at.parentSiteSlug;
    at = all.find((other) => other.slug === parent);
  }
  return false;
}

function checkVisit(visit: VisitFact, path: string, add: Add): void {
  if (visit.continues === visit.slug) add(`${path}.continues`, "is the visit itself");
  if (visit.replyTo === visit.slug) add(`${path}.replyTo`, "is the visit itself");
  once(visit.eventSlugs ?? [], `${path}.eventSlugs`, "event", add);
  visit.participants.forEach((participant, index) => {
    const at = `${path}.participants[${index}]`;
    const { personSlug, orgSlug, role, count, countQualifier } = participant;
    if (!personSlug && !orgSlug && !role) add(at, "an unnamed participant needs a role");
    if (personSlug && count !== undefined) add(at, "a named person is not counted");
    if (countQualifier && count === undefined) add(at, "has countQualifier without count");
  });
  visit.stops.forEach((stop, index) => {
    const at = `${path}.stops[${index}]`;
    if (stop.order !== index + 1) add(at, `has order ${stop.order} at place ${index + 1}`);
    if (stop.date && !isWithin(stop.date, visit)) add(`${at}.date`, "lies outside the visit");
  });
  for (const outcome of visit.outcomes) checkOutcome(outcome, `${path}.outcomes[${outcome.slug}]`, add);
}

function isWithin(day: string, visit: VisitFact): boolean {
  if (!visit.start) return true;
  const first = parseDay(visit.start);
  const last = parseDay(visit.end ?? visit.start);
  // A visit known by its week may have only the first day.
  if (!visit.end && visit.datePrecision === "week") last.setUTCDate(last.getUTCDate() + DAYS_OF_A_WEEK - 1);
  const on = parseDay(day);
  return on >= first && on <= last;
}

function checkOutcome(outcome: OutcomeFact, path: string, add: Add): void {
  once(outcome.parties, `${path}.parties`, "organisation", add);
  if (outcome.owners && Object.keys(outcome.owners).length === 0) add(`${path}.owners`, "is empty: leave it out");
}

function once(names: string[], path: string, what: string, add: Add): void {
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  for (const name of new Set(twice)) add(path, `has the ${what} "${name}" twice`);
}
