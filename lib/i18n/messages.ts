import type { Locale } from "@/lib/i18n/locales";

/** The interface words, one file per domain. A new file gets its line here and in the type below. */
const namespaces = [
  "common",
  "error",
  "event",
  "home",
  "layout",
  "outcome",
  "partner",
  "region",
  "site",
  "source",
  "visit",
] as const;

/** All interface words of a language, by domain. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const files = await Promise.all(namespaces.map((name) => import(`../../messages/${locale}/${name}.json`)));
  return Object.fromEntries(namespaces.map((name, index) => [name, files[index].default])) as Messages;
}

export type Messages = {
  common: typeof import("../../messages/ru/common.json")["default"];
  error: typeof import("../../messages/ru/error.json")["default"];
  event: typeof import("../../messages/ru/event.json")["default"];
  home: typeof import("../../messages/ru/home.json")["default"];
  layout: typeof import("../../messages/ru/layout.json")["default"];
  outcome: typeof import("../../messages/ru/outcome.json")["default"];
  partner: typeof import("../../messages/ru/partner.json")["default"];
  region: typeof import("../../messages/ru/region.json")["default"];
  site: typeof import("../../messages/ru/site.json")["default"];
  source: typeof import("../../messages/ru/source.json")["default"];
  visit: typeof import("../../messages/ru/visit.json")["default"];
};
