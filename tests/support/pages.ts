import { type Locale, locales } from "@/lib/i18n/locales";

/** One page of every kind, by its address without the language. Error pages are asked for in a way that brings them. */
export type PageKind = { name: string; path: string; status?: number; method?: "POST" };

export const pageKinds: PageKind[] = [
  { name: "home", path: "" },
  { name: "catalogue", path: "/sites" },
  { name: "filtered catalogue", path: "/sites?region=moscow&kind=sez" },
  { name: "catalogue without a match", path: "/sites?region=yugra&kind=free_port" },
  { name: "region", path: "/yugra" },
  { name: "catalogue of a region", path: "/moscow-oblast/sites" },
  { name: "site", path: "/yugra/sites/sez-nyagan" },
  { name: "host enterprise", path: "/yugra/sites/polar-quartz-plant" },
  { name: "site in China", path: "/tver/sites/shenyang-russia-park" },
  { name: "visit", path: "/yugra/visits/ze-optoelectronic-yugra-2026" },
  { name: "visits", path: "/visits" },
  { name: "filtered visits", path: "/visits?direction=inbound&year=2025" },
  { name: "outcomes", path: "/outcomes" },
  { name: "filtered outcomes", path: "/outcomes?region=tver&due=undated" },
  { name: "outcomes without a match", path: "/outcomes?region=yugra&kind=memorandum" },
  { name: "partners", path: "/partners" },
  { name: "partner", path: "/partners/tver-liaoning" },
  { name: "partner of whom nothing is known", path: "/partners/sanya" },
  { name: "events", path: "/events" },
  { name: "event", path: "/events/shenyang-forum-2025" },
  { name: "event of a region", path: "/events/russian-chinese-forum-2026" },
  { name: "projects", path: "/projects" },
  { name: "project", path: "/projects/amurbus-cluster" },
  { name: "support measures", path: "/support" },
  { name: "expired support measure", path: "/support/visa-free-china-2025" },
  { name: "regimes", path: "/regimes" },
  { name: "regime", path: "/regimes/sez-industrial" },
  { name: "sectors", path: "/sectors" },
  { name: "sector", path: "/sectors/automotive" },
  { name: "border crossings", path: "/crossings" },
  { name: "sources", path: "/sources" },
  { name: "sources of a region", path: "/khabarovsk/sources" },
  { name: "about the portal", path: "/about" },
  { name: "accessibility statement", path: "/accessibility" },
  { name: "personal data", path: "/personal-data" },
  { name: "page map", path: "/sitemap" },
  { name: "page that does not exist", path: "/yugra/no-such-page", status: 404 },
  { name: "page asked for in a wrong way", path: "", status: 405, method: "POST" },
];

export const lang: Record<Locale, string> = { zh: "zh-Hans", ru: "ru", en: "en" };

export const eachPage = locales.flatMap((locale) => pageKinds.map((kind) => ({ locale, ...kind })));

/** Text of a document without its mark-up, good enough to look for words. */
export function textOf(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

/** Addresses in the mark-up, by the attribute that holds them. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}
