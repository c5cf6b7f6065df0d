import { siteUrl } from "@/lib/core/env";

/** One thing in the words of schema.org. Only what the page shows too; never a person. */
export type StructuredData = { "@type": string } & Record<string, unknown>;

const absolute = (path: string) => new URL(path, siteUrl()).href;

/** @param crumbs  from the home page to the page itself, the last without a path */
export function breadcrumbData(crumbs: { name: string; path?: string }[]): StructuredData {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      ...(path ? { item: absolute(path) } : {}),
    })),
  };
}

export function websiteData(input: {
  name: string;
  description: string;
  path: string;
  language: string;
}): StructuredData {
  const { name, description, path, language } = input;
  return { "@type": "WebSite", name, description, url: absolute(path), inLanguage: language };
}

type PlaceInput = {
  name: string;
  otherNames?: string[];
  description?: string;
  path: string;
  at?: { lat: number; lon: number } | null;
  /** name of the place that this one lies in */
  inside?: string;
  country?: string;
};

export function placeData(input: PlaceInput, type: "Place" | "AdministrativeArea" = "Place"): StructuredData {
  const { name, otherNames, description, path, at, inside, country } = input;
  return {
    "@type": type,
    name,
    url: absolute(path),
    ...(otherNames?.length ? { alternateName: otherNames } : {}),
    ...(description ? { description } : {}),
    ...(at ? { geo: { "@type": "GeoCoordinates", latitude: at.lat, longitude: at.lon } } : {}),
    ...(inside ? { containedInPlace: { "@type": "AdministrativeArea", name: inside } } : {}),
    ...(country ? { address: { "@type": "PostalAddress", addressCountry: country } } : {}),
  };
}

/** Ends of a period as ISO dates no finer than known: "2026-01" of a visit of which only the month is. */
export function startAndEnd(dates: { from: string; to: string; precision: string }): { start: string; end: string } {
  const length = dates.precision === "year" ? 4 : dates.precision === "day" || dates.precision === "week" ? 10 : 7;
  return { start: dates.from.slice(0, length), end: dates.to.slice(0, length) };
}

/** @param dates  ISO days or months, no finer than known */
export function eventData(input: {
  name: string;
  description?: string;
  path: string;
  dates: { start: string; end: string } | null;
  places: string[];
}): StructuredData {
  const { name, description, path, dates, places } = input;
  return {
    "@type": "Event",
    name,
    url: absolute(path),
    ...(description ? { description } : {}),
    ...(dates ? { startDate: dates.start, endDate: dates.end } : {}),
    ...(places.length > 0 ? { location: places.map((place) => ({ "@type": "Place", name: place })) } : {}),
  };
}

export function datasetData(input: {
  name: string;
  description: string;
  path: string;
  languages: string[];
}): StructuredData {
  const { name, description, path, languages } = input;
  return {
    "@type": "Dataset",
    name,
    description,
    url: absolute(path),
    inLanguage: languages,
    isAccessibleForFree: true,
  };
}
