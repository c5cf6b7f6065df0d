import { filteredSegment, isFilteredList, listFilterKeys } from "@/lib/core/paths";
import { defaultLocale, isLocale, type Locale, locales } from "@/lib/i18n/locales";

/** What a request asks for, as far as its method, address and headers tell. */
export type Address =
  | { kind: "root" }
  | { kind: "asset" }
  | { kind: "file"; url: string }
  | { kind: "page"; locale: Locale; url: string }
  | { kind: "staff"; locale: Locale; url: string }
  /** a picture or document of the library; drafts of them to staff */
  | { kind: "stored"; url: string; isStaff: boolean }
  | { kind: "redirect"; to: string }
  | { kind: "refused"; status: 404 | 405; locale: Locale };

export type RequestHead = { method: string; url: string; headers: Record<string, string | string[] | undefined> };

/** Sent as they are: built files and what is compressed already. */
const assetFolders = ["/_next/static/", "/fonts/"];
const assetFiles = new Set(["/favicon.ico", "/apple-icon.png"]);

/** Text files: sent compressed and kept like pages. */
const fileFolders = ["/maps/", "/motifs/", "/islands/", "/sitemaps/"];
const files = new Set(["/icon.svg", "/robots.txt", "/sitemap.xml", "/manifest.webmanifest", "/speculation-rules.json"]);

/** Files that come in each language. */
const localeFile =
  /^\/(?:zh|ru|en)\/(?:feed\.xml|(?:[a-z0-9-]+\/){3}card\.png|[a-z0-9-]+\/visits\/[a-z0-9-]+\/(?:visit\.ics|(?:booklet|programme)\.pdf))$/;

/** Segments that only a rewrite or the gate itself may ask the framework for. */
const internalSegments = new Set([filteredSegment, "errors"]);

/** Headers with which the framework's own scripts fetch data; no public page has such scripts. */
const frameworkHeaders = ["rsc", "next-router-state-tree", "next-router-prefetch", "next-action", "next-url"];

const pathShape = /^(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)+$/;
const valueShape = /^[a-z0-9_-]+(?:,[a-z0-9_-]+)*$/;
const longestValue = 200;

/**
 * Sorts a request. Only lower-case paths of letters, digits and hyphens lead anywhere; of the query only the
 * parameters that change a page's data stay, in one fixed order, so that one view has one address.
 */
export function readAddress({ method, url, headers }: RequestHead): Address {
  const [path = "/", query = ""] = url.split("?", 2);
  const locale = localeOfPath(path) ?? preferredLocale(headers["accept-language"]);
  if (staffPath.test(path)) return readStaffAddress({ method, path, query, headers, locale });
  if (method !== "GET" && method !== "HEAD") return { kind: "refused", status: 405, locale };
  if (path === "/") return { kind: "root" };
  if (path.includes("..") || path.includes("//")) return { kind: "refused", status: 404, locale };
  if (assetFiles.has(path) || assetFolders.some((folder) => path.startsWith(folder))) return { kind: "asset" };
  if (storedPath.test(path)) return { kind: "stored", url: path, isStaff: false };
  if (localeFile.test(path)) return { kind: "file", url: path };
  if (files.has(path) || fileFolders.some((folder) => path.startsWith(folder))) return { kind: "file", url: path };
  if (path.endsWith("/") && pathShape.test(path.slice(0, -1)) && localeOfPath(path)) {
    return { kind: "redirect", to: path.slice(0, -1) + (query ? `?${query}` : "") };
  }
  const segments = path.slice(1).split("/");
  const isPage =
    pathShape.test(path) &&
    isLocale(segments[0]) &&
    !segments.some((segment) => internalSegments.has(segment) || segment.includes(".")) &&
    !asksFramework(headers) &&
    !/(?:^|&)_rsc(?:=|&|$)/.test(query);
  if (!isPage) return { kind: "refused", status: 404, locale };
  return { kind: "page", locale, url: path + canonicalQuery(segments, query) };
}

/**
 * What is never kept: the staff area, drafts that somebody without an account may see for a while, a visit that a secret
 * link shows with its files.
 */
const staffPath =
  /^\/(?:zh|ru|en)\/(?:(?:admin|preview)(?:\/[a-z0-9-]+)*|v\/[a-z0-9]+(?:\/[a-z0-9-]+(?:\.[a-z]{2,4})?)?)$/;
/** Only these take what a form sends. */
const formPath =
  /^\/(?:zh|ru|en)\/(?:admin\/(?:send\/[a-z-]+|media\/uploads?|(?:import|translations\/return|visits\/list)\/upload)|v\/[a-z0-9]+\/send)$/;
/** An upload under way: what is here of it, and more of it. */
const uploadPath = /^\/(?:zh|ru|en)\/admin\/media\/uploads\/[0-9a-f-]{36}$/;
const storedPath = /^\/media\/[a-z0-9]{26}\/(?:[1-9]\d{0,3}\.webp|file\.pdf)$/;
const staffStoredPath = /^\/(?:zh|ru|en)\/admin\/media\/[0-9a-f-]{36}\/file\/[1-9]\d{0,3}$/;
const longestStaffQuery = 2_000;

/** What kind of body an address takes beside the usual forms. */
export function takesFiles(path: string): "form" | "list" | "piece" | null {
  if (uploadPath.test(path)) return "piece";
  if (formPath.test(path) && /\/(?:import|return|list)\/upload$/.test(path)) return "list";
  return formPath.test(path) && path.endsWith("/media/upload") ? "form" : null;
}

type StaffRequest = { method: string; path: string; query: string; headers: RequestHead["headers"]; locale: Locale };

function readStaffAddress({ method, path, query, headers, locale }: StaffRequest): Address {
  if (asksFramework(headers) || /(?:^|&)_rsc(?:=|&|$)/.test(query)) return { kind: "refused", status: 404, locale };
  const isRead = method === "GET" || method === "HEAD";
  const isMore = method === "PATCH" && uploadPath.test(path);
  const allowed = formPath.test(path) ? method === "POST" : isRead || isMore;
  if (!allowed) return { kind: "refused", status: 405, locale };
  if (staffStoredPath.test(path)) return { kind: "stored", url: path, isStaff: true };
  return { kind: "staff", locale, url: path + (query ? `?${query.slice(0, longestStaffQuery)}` : "") };
}

/** Is this a request of the framework's own scripts? */
export function asksFramework(headers: RequestHead["headers"]): boolean {
  return frameworkHeaders.some((name) => headers[name] !== undefined);
}

function localeOfPath(path: string): Locale | null {
  const first = path.split("/", 2)[1]?.toLowerCase();
  return isLocale(first) ? first : null;
}

/** Lists stand behind the locale; that of sites also behind a region. */
function canonicalQuery(segments: string[], query: string): string {
  const list = segments.at(-1);
  const isList = isFilteredList(list) && segments.length === (list === "sites" && segments.length === 3 ? 3 : 2);
  if (query === "" || !isList) return "";
  const given = new URLSearchParams(query);
  const pairs = listFilterKeys[list].flatMap((key) => {
    const value = given.get(key);
    if (!value || value.length > longestValue || !valueShape.test(value)) return [];
    return [`${key}=${value.split(",").sort().join(",")}`];
  });
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** The reader's first language that the portal has, by the Accept-Language header. */
export function preferredLocale(header: string | string[] | undefined): Locale {
  const wanted = String(header ?? "")
    .slice(0, 400)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = rest.map((item) => /^\s*q=([\d.]+)/.exec(item)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const match = locales.find((locale) => locale === language);
    if (match) return match;
  }
  return defaultLocale;
}
