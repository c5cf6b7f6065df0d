import { type Pair, say } from "@/lib/programme/papers/bilingual";
import { visitName } from "@/lib/programme/papers/booklet";
import { type CoverArt, coverArt } from "@/lib/programme/papers/cover";
import { type PaperMember, paperMembers, standIn } from "@/lib/programme/papers/people";
import type { BothWords } from "@/lib/programme/papers/words";
import type { Programme } from "@/lib/programme/types";

export type NameCard = Pick<PaperMember, "side" | "names" | "role" | "organisation">;
export type NameCardsData = {
  title: string;
  art: Pick<CoverArt, "hue">;
  portal: Pair;
  name: Pair;
  empty: Pair;
  people: NameCard[];
};

/** A group that is only counted gets so many cards at most. */
const mostOfOne = 300;

/**
 * Plates for the table and badges: a card for each person, those of a counted group with numbers.
 *
 * @param isWorn badges are for people alone; a plate may stand for a company
 */
export function nameCardsData(programme: Programme, words: BothWords, isWorn: boolean): NameCardsData {
  const name = visitName(programme, words);
  const members = paperMembers(programme, words).filter(({ isPerson }) => isPerson || !isWorn);
  return {
    title: [name.zh, name.ru, name.other].filter(Boolean).join(" / "),
    art: { hue: coverArt(programme.region.slug).hue },
    portal: say(words, ({ t }) => t("layout.name")),
    name,
    empty: say(words, ({ t }) => t("paper.people.none")),
    people: toCards(members, words),
  };
}

function toCards(members: PaperMember[], words: BothWords): NameCard[] {
  const numbers = { ru: 0, cn: 0 };
  return members.flatMap(({ side, names, role, organisation, isNamed, count }) => {
    if (isNamed) return [{ side, names, role, organisation }];
    return Array.from({ length: Math.min(count, mostOfOne) }, () => {
      numbers[side] += 1;
      return { side, names: standIn(words, side, 1, numbers[side]), role, organisation };
    });
  });
}
