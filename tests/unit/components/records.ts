import type { OutcomeView } from "@/lib/outcome/types";
import type { RegionRef } from "@/lib/region/types";
import type { SiteView, StageView } from "@/lib/site/types";
import type { PartialDate, Provenance } from "@/lib/source/types";
import type { VisitView } from "@/lib/visit/types";

export function year(of: number): PartialDate {
  return { from: `${of}-01-01`, to: `${of}-12-31`, precision: "year" };
}

export function day(on: string): PartialDate {
  return { from: on, to: on, precision: "day" };
}

export const provenance: Provenance = {
  asOf: day("2026-02-01"),
  reviewBy: day("2027-02-01"),
  checkedOn: null,
  freshness: "fresh",
  citations: [
    {
      source: {
        code: "a",
        title: "Новая зона",
        publisher: "Югра Сегодня",
        url: "https://example.org/a",
        publishedOn: "2026-02-01",
        supports: "272 ha",
        region: "yugra",
      },
      agrees: true,
      says: null,
      saysValue: null,
    },
  ],
};

export const region: RegionRef = {
  slug: "yugra",
  isoCode: "RU-KHM",
  name: { text: "尤格拉", lang: "zh" },
  timeZone: "Asia/Yekaterinburg",
};

export function stage(over: Partial<StageView> = {}): StageView {
  return {
    status: "planned",
    readyOn: year(2027),
    isOverdue: false,
    what: { text: "道路", lang: "zh" },
    areaHa: null,
    premisesM2: null,
    provenance,
    ...over,
  };
}

export function outcome(over: Partial<OutcomeView> = {}): OutcomeView {
  return {
    slug: "promise",
    kind: "preliminary",
    stage: "announced",
    name: { text: "石英加工", lang: "zh" },
    documentCount: null,
    parties: [],
    partiesNote: null,
    site: null,
    sectors: [],
    owners: { ru: null, cn: null },
    nextStep: null,
    due: null,
    dueText: null,
    isOverdue: false,
    hasNoFollowUp: false,
    reachedOn: null,
    discontinuedReason: null,
    visit: null,
    event: null,
    registerPage: 1,
    provenance,
    ...over,
  };
}

/** A site of which nothing but its name is known. */
export function bareSite(over: Partial<SiteView> = {}): SiteView {
  return {
    slug: "site",
    region,
    kind: "sez_industrial",
    country: "ru",
    name: { text: "尼亚甘", lang: "zh" },
    municipality: null,
    status: "planned",
    isFacility: false,
    otherNames: [],
    summary: null,
    address: null,
    managingCompany: null,
    phone: null,
    website: null,
    establishedYear: null,
    coordinates: null,
    sectors: [],
    regime: null,
    parent: null,
    platforms: [],
    totalAreaHa: null,
    availableAreaHa: null,
    premisesM2: null,
    availablePremisesM2: null,
    stages: [],
    utilities: [],
    transport: [],
    lots: [],
    taxes: null,
    flags: [],
    services: [],
    residents: [],
    projects: [],
    outcomes: [],
    contact: null,
    provenance,
    publishedLocales: ["zh"],
    ...over,
  };
}

export function bareVisit(over: Partial<VisitView> = {}): VisitView {
  return {
    id: "00000000-0000-7000-8000-000000000001",
    edition: { number: 1, changedAt: "2026-01-31T09:00:00.000Z" },
    slug: "visit",
    region,
    name: { text: "访问尤格拉", lang: "zh" },
    dates: { from: "2026-01-01", to: "2026-01-31", precision: "month" },
    direction: "inbound",
    summary: null,
    durationDays: null,
    meetingsCount: null,
    hasPublicNames: true,
    places: [],
    organizer: null,
    head: null,
    participants: [],
    items: [],
    outcomes: [],
    tally: { total: 0, undated: 0, unowned: 0, overdue: 0, byStage: {} },
    events: [],
    continues: null,
    continuedBy: [],
    replyTo: null,
    replies: [],
    contact: null,
    sources: [],
    provenance,
    publishedLocales: ["zh"],
    ...over,
  };
}
