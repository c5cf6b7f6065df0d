import { formatNumber } from "@/lib/i18n/format";
import { type Line, lineOf, organisationText } from "@/lib/programme/papers/bilingual";
import { type PaperPromise, paperPromise } from "@/lib/programme/papers/ledger-lines";
import { type MemberLine, memberLines, type SingleHead, singleHead } from "@/lib/programme/papers/single";
import type { EarlierContact, LedgerLine } from "@/lib/programme/papers/staff-types";
import type { Edition } from "@/lib/programme/papers/types";
import type { PaperWords } from "@/lib/programme/papers/words";
import type { Programme } from "@/lib/programme/types";
import type { SiteView } from "@/lib/site/types";
import type { Figure, Freshness, Provenance } from "@/lib/source/types";

export type SiteFigure = { label: string; value: string; asOf: string; freshness: Freshness; state: string };
export type BriefData = {
  head: SingleHead;
  inside: string;
  dates: string;
  labels: Record<string, string>;
  members: MemberLine[];
  contacts: { date: string; name: Line; with: Line[]; meetings: { line: Line; result: Line | null }[] }[];
  promises: PaperPromise[];
  sites: { name: Line; kind: string; figures: SiteFigure[]; stale: string | null }[];
};

/** One paper before the talks: who comes, what was before, what is owed, how sure the figures are. For staff alone. */
export function briefData(
  programme: Programme,
  found: { earlier: EarlierContact[]; promises: LedgerLine[]; sites: SiteView[] },
  words: PaperWords,
  edition: Edition,
): BriefData {
  const { t, dates } = words;
  return {
    head: singleHead(programme, edition, t("paper.brief.title"), words),
    inside: t("paper.brief.inside"),
    dates: programme.dates ? dates.long(programme.dates) : t("paper.day.visitUndated"),
    labels: briefLabels(words),
    members: memberLines(programme, words),
    contacts: found.earlier.map((one) => toContact(one, words)),
    promises: found.promises.map((one) => paperPromise(one, words)),
    sites: found.sites.map((site) => toSite(site, words)),
  };
}

function toContact({ name, dates: on, organisations, meetings }: EarlierContact, words: PaperWords) {
  const { t, dates, locale } = words;
  return {
    date: on ? dates.short(on) : t("paper.day.undated"),
    name: lineOf(name, locale) ?? { text: t("visits.unnamed"), lang: locale },
    with: organisations.map((one) => organisationText(one, words)),
    meetings: meetings.map(({ organisation, topic, result }) => ({
      line: lineOf(topic, locale) ?? (organisation ? organisationText(organisation, words) : meetingLine(words)),
      result: lineOf(result, locale),
    })),
  };
}

const meetingLine = ({ t, locale }: PaperWords): Line => ({ text: t("paper.brief.meetingBefore"), lang: locale });

function toSite(site: SiteView, words: PaperWords) {
  const { t } = words;
  const figures = [
    ...areas(site, words),
    ...site.utilities.flatMap(({ kind, availability, free, total, unit, provenance }) => {
      const figure = free ?? total;
      const backing = figure?.provenance ?? provenance;
      if (!backing || availability === "unknown") return [];
      const value = figure
        ? t(`site.utilities.unit.${unit}`, { value: number(figure, words) })
        : availability === "from_date"
          ? t("site.utilities.availability.fromUnknown")
          : t(`site.utilities.availability.${availability}`);
      return [toFigure(t(`site.utilities.kinds.${kind}`), value, backing, words)];
    }),
  ];
  const stale = figures.filter(({ freshness }) => freshness !== "fresh").length;
  return {
    name: { text: site.name.text, lang: site.name.lang },
    kind: [t(`site.kind.${site.kind}`), t(`site.status.${site.status}`)].join(" · "),
    figures,
    stale: stale > 0 ? t("paper.brief.stale", { count: stale }) : null,
  };
}

function areas({ totalAreaHa, availableAreaHa }: SiteView, words: PaperWords): SiteFigure[] {
  const { t } = words;
  const area = (label: string, figure: Figure | null) =>
    figure ? [toFigure(label, t("common.area.ha", { value: number(figure, words) }), figure.provenance, words)] : [];
  return [...area(t("paper.brief.totalArea"), totalAreaHa), ...area(t("paper.brief.freeArea"), availableAreaHa)];
}

function number({ value, valueTo, qualifier }: Figure, { t, locale }: PaperWords): string {
  const one = (amount: number) => formatNumber(amount, locale);
  const text = valueTo === null ? one(value) : t("common.range", { from: one(value), to: one(valueTo) });
  switch (qualifier) {
    case null:
      return text;
    case "estimate":
    case "forecast":
    case "target":
      return `${text} (${t(`common.qualifier.${qualifier}`)})`;
    default:
      return t(`common.qualifier.${qualifier}`, { value: text });
  }
}

function toFigure(label: string, value: string, { asOf, freshness }: Provenance, words: PaperWords): SiteFigure {
  const { t, dates } = words;
  const state = t(`source.freshness.${freshness}`);
  return { label, value, asOf: asOf ? dates.short(asOf) : t("paper.brief.noDate"), freshness, state };
}

function briefLabels({ t }: PaperWords): Record<string, string> {
  const brief = [
    "who",
    "contacts",
    "contactsNone",
    "promises",
    "promisesNone",
    "sites",
    "sitesNone",
    "noFigures",
    "figure",
    "value",
    "asOf",
    "freshness",
  ] as const;
  const ledger = ["ownerCn", "ownerRu", "next", "due"] as const;
  return {
    ...Object.fromEntries(brief.map((key) => [key, t(`paper.brief.${key}`)])),
    ...Object.fromEntries(ledger.map((key) => [key, t(`paper.ledger.${key}`)])),
    peopleNone: t("paper.people.none"),
    sideCn: t("visit.people.side.cn"),
    sideRu: t("visit.people.side.ru"),
    working: t("paper.report.working"),
  };
}
