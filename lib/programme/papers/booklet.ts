import { joined, type Pair, pairOf, say } from "@/lib/programme/papers/bilingual";
import { type CoverArt, coverArt, qrSvg } from "@/lib/programme/papers/cover";
import { editionPair } from "@/lib/programme/papers/edition";
import { type PaperMember, paperMembers, personPair } from "@/lib/programme/papers/people";
import { type PaperDay, paperDays } from "@/lib/programme/papers/stops";
import type { PaperFoot, PaperSetting } from "@/lib/programme/papers/types";
import type { BothWords } from "@/lib/programme/papers/words";
import type { Programme, ProgrammeContact } from "@/lib/programme/types";
import { shortRegionName } from "@/lib/region/rules";
import type { Texts } from "@/lib/translation/types";

/** What the booklet's template reads. */
export type BookletData = {
  title: string;
  art: CoverArt;
  portal: Pair;
  cover: { over: Pair; name: Pair; dates: Pair; places: Pair | null; head: Pair | null };
  foot: PaperFoot;
  qr: { svg: string; note: Pair } | null;
  summary: Pair | null;
  labels: Record<string, Pair>;
  days: PaperDay[];
  members: PaperMember[];
  contacts: PaperContact[];
};

export type PaperContact = {
  name: Pair | null;
  person: Pair | null;
  phone: string | null;
  email: string | null;
  wechat: string | null;
  languages: Pair | null;
};

/** A5 in Chinese and Russian: cover, programme by day, people by consent, contacts, room for notes. */
export function bookletData(programme: Programme, words: BothWords, setting: PaperSetting): BookletData {
  const name = visitName(programme, words);
  const { dates, places, region, head } = programme;
  return {
    title: [name.zh, name.ru, name.other].filter(Boolean).join(" / "),
    art: coverArt(region.slug),
    portal: say(words, ({ t }) => t("layout.name")),
    cover: {
      over: joined([pairOf(shortNames(region.name)), say(words, ({ t }) => t("paper.booklet.kind"))], " · ") ?? name,
      name,
      dates: say(words, (one) => (dates ? one.dates.long(dates) : one.t("paper.day.visitUndated"))),
      places: joined(
        places.map((place) => pairOf(place.name)),
        " · ",
      ),
      head: personPair(head, words),
    },
    foot: { title: name, edition: editionPair(setting.edition, words) },
    qr: setting.qr && qrOf(setting.qr, words),
    summary: pairOf(programme.summary),
    labels: labels(words),
    days: paperDays(programme, words),
    members: paperMembers(programme, words),
    contacts: paperContacts(programme, words),
  };
}

function shortNames(name: Texts): Texts {
  return Object.fromEntries(Object.entries(name).map(([locale, text]) => [locale, shortRegionName(text)]));
}

export function visitName({ name }: Programme, words: BothWords): Pair {
  return pairOf(name) ?? say(words, ({ t }) => t("visits.unnamed"));
}

export function qrOf({ url, leadsTo }: NonNullable<PaperSetting["qr"]>, words: BothWords): { svg: string; note: Pair } {
  return { svg: qrSvg(url), note: say(words, ({ t }) => t(`paper.qr.${leadsTo}`)) };
}

export function paperContacts({ contacts }: Programme, words: BothWords): PaperContact[] {
  return contacts.map(({ name, person, phone, email, wechatId, languages }: ProgrammeContact) => ({
    name: pairOf(name),
    person: personPair(person, words),
    phone,
    email,
    wechat: wechatId,
    languages:
      languages.length > 0
        ? say(words, ({ t }) =>
            languages
              .map((one) => (one === "zh" || one === "ru" || one === "en" ? t(`common.language.${one}`) : one))
              .join(t("common.list.separator")),
          )
        : null,
  }));
}

const labelKeys = [
  "time.local",
  "time.beijing",
  "time.nextDay",
  "time.previousDay",
  "time.none",
  "programme.title",
  "programme.empty",
  "stop.address",
  "stop.phone",
  "stop.wechat",
  "stop.pass",
  "stop.cancelled",
  "stop.note",
  "people.title",
  "people.none",
  "people.pending",
  "contacts.title",
  "contacts.none",
  "contacts.languages",
  "notes.title",
  "notes.hint",
] as const;

/** Words of ours by their last two names, for templates. */
export function labels(words: BothWords): Record<string, Pair> {
  const own = labelKeys.map((key) => [key.replace(".", "-"), say(words, ({ t }) => t(`paper.${key}`))] as const);
  const sides = (["cn", "ru"] as const).map(
    (side) => [`side-${side}`, say(words, ({ t }) => t(`visit.people.side.${side}`))] as const,
  );
  return Object.fromEntries([...own, ...sides]);
}
