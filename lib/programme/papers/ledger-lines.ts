import { type Line, lineOf, organisationText } from "@/lib/programme/papers/bilingual";
import { personText } from "@/lib/programme/papers/people";
import type { LedgerLine, LedgerOwner } from "@/lib/programme/papers/staff-types";
import type { PaperWords } from "@/lib/programme/papers/words";

/** A promise in the words of one language. What it lacks is said, and marked. */
export type PaperPromise = {
  kind: string;
  stage: string;
  isWorking: boolean;
  what: Line;
  parties: Line[];
  partiesNote: Line | null;
  ownerCn: Gap;
  ownerRu: Gap;
  next: Gap;
  due: Gap & { isLate: boolean };
};

/** A value, or in its place the word that there is none. */
export type Gap = { line: Line; isMissing: boolean };

export function paperPromise(outcome: LedgerLine, words: PaperWords): PaperPromise {
  const { t, locale } = words;
  const { name, parties, owners, hasNoFollowUp, isOpen } = outcome;
  const kind = t(`outcome.kind.${outcome.kind}`);
  const own = (text: string): Line => ({ text, lang: locale });
  const settled = hasNoFollowUp ? own(t("paper.ledger.noFollowUp")) : null;
  const gap = (line: Line | null, none: "noOwner" | "noNext" | "noDue"): Gap => {
    const there = line ?? settled;
    return there ? { line: there, isMissing: false } : { line: own(t(`paper.ledger.${none}`)), isMissing: isOpen };
  };
  const due = dueLine(outcome, words);
  return {
    kind,
    stage: t(`outcome.stage.${outcome.stage}`),
    isWorking: outcome.isWorking,
    what: lineOf(name, locale) ?? own(kind),
    parties: parties.map((party) => organisationText(party, words)),
    partiesNote: lineOf(outcome.partiesNote, locale),
    ownerCn: gap(ownerLine(owners.cn, words), "noOwner"),
    ownerRu: gap(ownerLine(owners.ru, words), "noOwner"),
    next: gap(lineOf(outcome.nextStep, locale), "noNext"),
    due: { ...gap(due, "noDue"), isMissing: isOpen && outcome.due === null, isLate: outcome.isOverdue },
  };
}

function ownerLine(owner: LedgerOwner | null, words: PaperWords): Line | null {
  if (!owner) return null;
  const { t, locale } = words;
  const name = owner.post ?? personText(owner.person, words);
  const organisation = owner.organisation?.shown === "named" ? organisationText(owner.organisation, words).text : null;
  const text = [name, organisation].filter(Boolean).join(" · ");
  return { text: text || t("paper.ledger.hiddenOwner"), lang: locale };
}

function dueLine({ due, dueText, isOverdue }: LedgerLine, { t, dates, locale }: PaperWords): Line | null {
  if (!due) return lineOf(dueText, locale);
  const date = dates.deadline(due);
  return { text: isOverdue ? t("paper.ledger.late", { date }) : date, lang: locale };
}
