import type { Locale } from "@/lib/i18n/locales";
import type { BothWords, PaperWords } from "@/lib/programme/papers/words";
import type { PartyOrganisation } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";
import type { Texts } from "@/lib/translation/types";

/** A text as it stands on a paper in two languages. `other` is there only where neither of the two is. */
export type Pair = { zh: string | null; ru: string | null; other: string | null };

/** A text with the language it is really in, for the right font and line breaks. */
export type Line = { text: string; lang: Locale };

/** Letters without a place to break a line, as in a list of codes, get one. */
export function breakable(text: string): string {
  return text.replace(/[^\s\p{Script=Han}]{28,}/gu, (run) => run.replace(/(.{14})/gu, "$1\u200b"));
}

export function pairOf(texts: Texts): Pair | null {
  const { zh, ru, en } = texts;
  if (!zh && !ru && !en) return null;
  return {
    zh: zh ? breakable(zh) : null,
    ru: ru ? breakable(ru) : null,
    other: zh || ru ? null : breakable(en ?? ""),
  };
}

/** The same words of ours in both languages. */
export function say(words: BothWords, text: (words: PaperWords) => string): Pair {
  return { zh: text(words.zh), ru: text(words.ru), other: null };
}

/** Several texts in one line, each language with its own; what is not there is left out. */
export function joined(pairs: readonly (Pair | null)[], mark: string): Pair | null {
  const there = pairs.filter((pair) => pair !== null);
  if (there.length === 0) return null;
  const inOne = (locale: "zh" | "ru") => {
    const texts = there.flatMap((pair) => pair[locale] ?? pair.other ?? []);
    return texts.length > 0 ? texts.join(mark) : null;
  };
  return { zh: inOne("zh"), ru: inOne("ru"), other: null };
}

/** In the reader's language or the next best, with the language it is in. */
export function lineOf(texts: Texts, locale: Locale): Line | null {
  const words = pick(texts, locale);
  return words && { text: breakable(words.text), lang: words.lang };
}

/** An organisation as far as it agreed to be shown, in the words of one language. */
export function organisationText(organisation: PartyOrganisation, { t, locale }: PaperWords): Line {
  switch (organisation.shown) {
    case "named":
      return lineOf(organisation.name, locale) ?? { text: t("common.organisation.counted"), lang: locale };
    case "counted":
      return { text: t("common.organisation.counted"), lang: locale };
    case "sector": {
      const country = t(`common.country.${organisation.country}`);
      const kind = t(`common.organisation.kind.${organisation.kind}`);
      const place = organisation.place[locale];
      const parts = [
        t("common.organisation.masked", { country, kind }),
        ...organisation.sectors.map((sector) => t(`common.sector.${sector}`)),
        ...(place ? [place] : []),
      ];
      return { text: parts.join(" · "), lang: locale };
    }
  }
}

/** @returns null for one that is only counted: it has nothing to say here */
export function organisationPair(organisation: PartyOrganisation | null, words: BothWords): Pair | null {
  if (!organisation || organisation.shown === "counted") return null;
  if (organisation.shown === "named") return pairOf(organisation.name);
  return say(words, (one) => organisationText(organisation, one).text);
}
