import { siteUrl } from "@/lib/core/env";
import { type Line, lineOf, organisationText } from "@/lib/programme/papers/bilingual";
import { coverArt } from "@/lib/programme/papers/cover";
import { editionText } from "@/lib/programme/papers/edition";
import { namesInScripts, standInText } from "@/lib/programme/papers/people";
import type { PaperTime } from "@/lib/programme/papers/stops";
import { paperTime } from "@/lib/programme/papers/stops";
import type { Edition } from "@/lib/programme/papers/types";
import type { PaperWords } from "@/lib/programme/papers/words";
import type { PartyMember, Programme } from "@/lib/programme/types";

/** Head and foot of a paper in one language. */
export type SingleHead = {
  title: string;
  lang: string;
  heading: string;
  name: Line;
  portal: string;
  site: string;
  hue: string;
  edition: string;
};

export function singleHead(programme: Programme, edition: Edition, heading: string, words: PaperWords): SingleHead {
  const { t, locale } = words;
  const name = lineOf(programme.name, locale) ?? { text: t("visits.unnamed"), lang: locale };
  return {
    title: `${heading}: ${name.text}`,
    lang: locale,
    heading,
    name,
    portal: t("layout.name"),
    site: siteUrl(),
    hue: coverArt(programme.region.slug).hue,
    edition: editionText(edition, words),
  };
}

/** A participant as a line of a table, in the words of one language and his name in every script. */
export type MemberLine = {
  side: "ru" | "cn";
  names: Line[];
  role: Line;
  organisation: Line | null;
  count: number;
};

export function memberLines({ members }: Programme, words: PaperWords): MemberLine[] {
  const numbers = { ru: 0, cn: 0 };
  const lines = members.map((member): MemberLine => {
    const { side, person, organisation, headcount } = member;
    const company = !person && headcount === null && organisation?.shown === "named" ? organisation : null;
    if (person?.shown !== "named" && !company) numbers[side] += 1;
    return {
      side,
      names:
        person?.shown === "named"
          ? namesInScripts(person.names)
          : [
              company
                ? organisationText(company, words)
                : { text: standInText(words, side, headcount ?? 1, numbers[side]), lang: words.locale },
            ],
      role: roleLine(member, words),
      organisation: company || !organisation ? null : organisationText(organisation, words),
      count: headcount ?? 1,
    };
  });
  return [...lines.filter(({ side }) => side === "cn"), ...lines.filter(({ side }) => side === "ru")];
}

function roleLine({ role, person, sectorNote, capacity }: PartyMember, { t, locale }: PaperWords): Line {
  const post = person?.shown === "named" ? person.position : {};
  return (
    lineOf(role, locale) ??
    lineOf(post, locale) ??
    lineOf(sectorNote, locale) ?? { text: t(`visit.people.capacity.${capacity}`), lang: locale }
  );
}

/** A stop as a line of a table in one language. */
export type StopLine = {
  day: string;
  time: string;
  beijing: string | null;
  title: Line;
  where: Line | null;
  isCancelled: boolean;
};

export function stopLines({ stops }: Programme, words: PaperWords): StopLine[] {
  const { t, dates, locale } = words;
  return stops.map((stop) => {
    const time = paperTime(stop);
    return {
      day: stop.day ? dates.shortDay(stop.day) : t("paper.day.undated"),
      time: time ? spanText(time.local, words) : t("paper.time.none"),
      beijing: time?.beijing ? spanText(time.beijing, words) : null,
      title: lineOf(stop.title, locale) ?? { text: t(`visit.item.${stop.kind}`), lang: locale },
      where:
        lineOf(stop.place, locale) ?? (stop.site && lineOf(stop.site.name, locale)) ?? lineOf(stop.address, locale),
      isCancelled: stop.isCancelled,
    };
  });
}

/** "23:00–01:00 (+1 day)" */
export function spanText({ from, to }: PaperTime["local"], { t }: PaperWords): string {
  const clock = ({ time, days }: PaperTime["local"]["from"]) =>
    days === 0 ? time : `${time} (${t(days > 0 ? "paper.time.nextDay" : "paper.time.previousDay")})`;
  return to ? `${clock(from)}–${clock(to)}` : clock(from);
}
