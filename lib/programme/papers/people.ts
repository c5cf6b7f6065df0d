import { breakable, type Line, organisationPair, type Pair, pairOf, say } from "@/lib/programme/papers/bilingual";
import type { BothWords, PaperWords } from "@/lib/programme/papers/words";
import type { PartyMember, PartyPerson, Programme } from "@/lib/programme/types";

/** A participant as he stands on papers. Who did not agree to be named has a number in place of a name. */
export type PaperMember = {
  id: string;
  side: "ru" | "cn";
  isNamed: boolean;
  isPerson: boolean;
  /** in the scripts that are known, the one to set largest first; of an unnamed one "Guest 3" in words of ours */
  names: Line[];
  /** the characters of a Chinese name wait for their bearer's word */
  isHanPending: boolean;
  role: Pair | null;
  organisation: Pair | null;
  /** how many this line stands for */
  count: number;
};

type NamedPerson = Extract<PartyPerson, { shown: "named" }>;

/** Participants in their order, a line each; those of the guests first. */
export function paperMembers({ members }: Programme, words: BothWords): PaperMember[] {
  const numbers = { ru: 0, cn: 0 };
  const lines = members.map((member): PaperMember => {
    const { id, side, person, organisation, headcount } = member;
    const known = person?.shown === "named" ? person : null;
    const company = !person && headcount === null && organisation?.shown === "named" ? organisation : null;
    const isNamed = known !== null || company !== null;
    const count = headcount ?? 1;
    if (!isNamed) numbers[side] += 1;
    return {
      id,
      side,
      isNamed,
      isPerson: company === null,
      names: known
        ? namesInScripts(known.names)
        : company
          ? linesOf(company.name.zh, company.name.ru, company.name.ru ? undefined : company.name.en)
          : standIn(words, side, count, numbers[side]),
      isHanPending: known !== null && side === "cn" && !(known.names.han && known.names.isHanConfirmed),
      role: roleOf(member, words),
      organisation: company ? null : organisationPair(organisation, words),
      count,
    };
  });
  return [...lines.filter(({ side }) => side === "cn"), ...lines.filter(({ side }) => side === "ru")];
}

/** Characters first; where there are none, Latin letters, which both sides read. */
export function namesInScripts({ han, cyrillic, latin }: NamedPerson["names"]): Line[] {
  const lines = linesOf(han, cyrillic, latin);
  return han ? lines : [...lines].sort((a, b) => Number(a.lang === "ru") - Number(b.lang === "ru"));
}

function linesOf(zh?: string | null, ru?: string | null, en?: string | null): Line[] {
  const all = [
    { lang: "zh" as const, text: zh },
    { lang: "ru" as const, text: ru },
    { lang: "en" as const, text: en },
  ];
  return all.flatMap(({ lang, text }) => (text ? [{ lang, text: breakable(text) }] : []));
}

/** What stands for a name that is not shown, in one language. */
export function standInText({ t }: PaperWords, side: "ru" | "cn", count: number, number: number): string {
  if (count > 1) return t(`paper.people.${side === "cn" ? "guests" : "hosts"}`, { count });
  return t(`paper.people.${side === "cn" ? "guest" : "host"}`, { number: String(number) });
}

/** The same in both. */
export function standIn(words: BothWords, side: "ru" | "cn", count: number, number: number): Line[] {
  return linesOf(standInText(words.zh, side, count, number), standInText(words.ru, side, count, number));
}

/** What he is in this visit, else his post, else the part he has in it. */
function roleOf({ role, person, capacity, sectorNote }: PartyMember, words: BothWords): Pair {
  const post = person?.shown === "named" ? person.position : {};
  return pairOf(role) ?? pairOf(post) ?? pairOf(sectorNote) ?? capacityPair(words, capacity);
}

function capacityPair(words: BothWords, capacity: PartyMember["capacity"]): Pair {
  return say(words, ({ t }) => t(`visit.people.capacity.${capacity}`));
}

/** A person in one line of a text, in the script of a language first; null for one who is not named. */
export function personText(person: PartyPerson | null, { locale }: PaperWords): string | null {
  if (person?.shown !== "named") return null;
  const { han, cyrillic, latin } = person.names;
  const order = locale === "zh" ? [han, latin, cyrillic] : locale === "ru" ? [cyrillic, latin, han] : [latin, cyrillic];
  return order.find((name) => name !== null) ?? han;
}

/** The same in both languages. */
export function personPair(person: PartyPerson | null, words: BothWords): Pair | null {
  const [zh, ru] = [personText(person, words.zh), personText(person, words.ru)];
  return zh || ru ? { zh, ru: ru === zh ? null : ru, other: null } : null;
}
