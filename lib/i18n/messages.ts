import type { Locale } from "@/lib/i18n/locales";

/** The interface words, one file per domain. A new file gets its line here and in the type below. */
const namespaces = [
  "about",
  "admin",
  "audit",
  "bureau",
  "common",
  "crossing",
  "digest",
  "editor",
  "error",
  "event",
  "finding",
  "form",
  "guest",
  "home",
  "import",
  "layout",
  "ledger",
  "media",
  "outcome",
  "paper",
  "partner",
  "party",
  "project",
  "record",
  "records",
  "regime",
  "region",
  "rights",
  "score",
  "sector",
  "site",
  "source",
  "sources",
  "staff",
  "support",
  "todo",
  "visit",
  "visits",
] as const;

/** All interface words of a language, by domain. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const files = await Promise.all(namespaces.map((name) => import(`../../messages/${locale}/${name}.json`)));
  return Object.fromEntries(namespaces.map((name, index) => [name, files[index].default])) as Messages;
}

export type Messages = {
  about: typeof import("../../messages/ru/about.json")["default"];
  admin: typeof import("../../messages/ru/admin.json")["default"];
  audit: typeof import("../../messages/ru/audit.json")["default"];
  bureau: typeof import("../../messages/ru/bureau.json")["default"];
  common: typeof import("../../messages/ru/common.json")["default"];
  crossing: typeof import("../../messages/ru/crossing.json")["default"];
  digest: typeof import("../../messages/ru/digest.json")["default"];
  editor: typeof import("../../messages/ru/editor.json")["default"];
  error: typeof import("../../messages/ru/error.json")["default"];
  event: typeof import("../../messages/ru/event.json")["default"];
  finding: typeof import("../../messages/ru/finding.json")["default"];
  form: typeof import("../../messages/ru/form.json")["default"];
  guest: typeof import("../../messages/ru/guest.json")["default"];
  home: typeof import("../../messages/ru/home.json")["default"];
  import: typeof import("../../messages/ru/import.json")["default"];
  layout: typeof import("../../messages/ru/layout.json")["default"];
  ledger: typeof import("../../messages/ru/ledger.json")["default"];
  media: typeof import("../../messages/ru/media.json")["default"];
  outcome: typeof import("../../messages/ru/outcome.json")["default"];
  paper: typeof import("../../messages/ru/paper.json")["default"];
  partner: typeof import("../../messages/ru/partner.json")["default"];
  party: typeof import("../../messages/ru/party.json")["default"];
  project: typeof import("../../messages/ru/project.json")["default"];
  record: typeof import("../../messages/ru/record.json")["default"];
  records: typeof import("../../messages/ru/records.json")["default"];
  regime: typeof import("../../messages/ru/regime.json")["default"];
  region: typeof import("../../messages/ru/region.json")["default"];
  rights: typeof import("../../messages/ru/rights.json")["default"];
  score: typeof import("../../messages/ru/score.json")["default"];
  sector: typeof import("../../messages/ru/sector.json")["default"];
  site: typeof import("../../messages/ru/site.json")["default"];
  source: typeof import("../../messages/ru/source.json")["default"];
  sources: typeof import("../../messages/ru/sources.json")["default"];
  staff: typeof import("../../messages/ru/staff.json")["default"];
  support: typeof import("../../messages/ru/support.json")["default"];
  todo: typeof import("../../messages/ru/todo.json")["default"];
  visit: typeof import("../../messages/ru/visit.json")["default"];
  visits: typeof import("../../messages/ru/visits.json")["default"];
};
