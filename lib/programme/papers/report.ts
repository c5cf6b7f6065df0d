import { lineOf, organisationText } from "@/lib/programme/papers/bilingual";
import { type PaperPromise, paperPromise } from "@/lib/programme/papers/ledger-lines";
import { personText } from "@/lib/programme/papers/people";
import {
  type MemberLine,
  memberLines,
  type SingleHead,
  type StopLine,
  singleHead,
  stopLines,
} from "@/lib/programme/papers/single";
import type { LedgerLine } from "@/lib/programme/papers/staff-types";
import type { Edition } from "@/lib/programme/papers/types";
import type { PaperWords } from "@/lib/programme/papers/words";
import type { Programme } from "@/lib/programme/types";

/** The report as its template and its Word file read it. Everything is in one language. */
export type ReportData = {
  head: SingleHead;
  made: string;
  labels: Record<string, string>;
  facts: { label: string; value: string }[];
  summary: string;
  promises: PaperPromise[];
  gaps: { what: string; missing: string }[];
  stops: StopLine[];
  members: MemberLine[];
};

/** What a visit led to, for the government: what was agreed, what is not settled, the programme, who took part. */
export function reportData(
  programme: Programme,
  ledger: LedgerLine[],
  words: PaperWords,
  { edition, today }: { edition: Edition; today: string },
): ReportData {
  const { t, dates } = words;
  const promises = ledger.map((line) => paperPromise(line, words));
  const open = ledger.filter(({ isOpen }) => isOpen);
  const count = (test: (line: LedgerLine) => boolean) => open.filter(test).length;
  return {
    head: singleHead(programme, edition, t("paper.report.title"), words),
    made: t("paper.report.made", { date: dates.shortDay(today) }),
    labels: reportLabels(words),
    facts: factsOf(programme, words),
    summary: t("paper.report.summary", {
      total: ledger.length,
      undated: count(({ due }) => due === null),
      unowned: count(({ owners }) => owners.ru === null && owners.cn === null),
      overdue: count(({ isOverdue }) => isOverdue),
    }),
    promises,
    gaps: promises.flatMap((promise) => {
      const missing = (["ownerCn", "ownerRu", "next", "due"] as const).filter((key) => promise[key].isMissing);
      if (missing.length === 0) return [];
      const names = missing.map((key) => t(`paper.report.gap.${key}`));
      const what = t("paper.labelled", { label: promise.what.text, value: "" }).trimEnd();
      return [{ what, missing: names.join(t("common.list.separator")) }];
    }),
    stops: stopLines(programme, words),
    members: memberLines(programme, words),
  };
}

function factsOf({ dates: on, places, organizer, head }: Programme, words: PaperWords) {
  const { t, dates, locale } = words;
  const names = places.flatMap(({ name }) => lineOf(name, locale)?.text ?? []);
  const facts = [
    { label: t("paper.report.dates"), value: on ? dates.long(on) : t("paper.day.visitUndated") },
    { label: t("paper.report.places"), value: names.join(t("common.list.separator")) },
    { label: t("paper.report.organizer"), value: organizer ? organisationText(organizer, words).text : "" },
    { label: t("paper.report.head"), value: personText(head, words) ?? "" },
  ];
  return facts.filter(({ value }) => value !== "");
}

function reportLabels({ t }: PaperWords): Record<string, string> {
  const ledger = ["kind", "what", "parties", "stage", "ownerCn", "ownerRu", "next", "due"] as const;
  const report = ["visit", "agreed", "agreedNone", "gaps", "gapsNone", "held", "working", "visitEmpty"] as const;
  return {
    ...Object.fromEntries(ledger.map((key) => [key, t(`paper.ledger.${key}`)])),
    ...Object.fromEntries(report.map((key) => [key, t(`paper.report.${key}`)])),
    people: t("paper.people.title"),
    peopleNone: t("paper.people.none"),
    cancelled: t("paper.stop.cancelled"),
    beijing: t("paper.time.beijing"),
    sideCn: t("visit.people.side.cn"),
    sideRu: t("visit.people.side.ru"),
    time: t("paper.column.time"),
    stop: t("paper.column.stop"),
    where: t("paper.column.where"),
  };
}
