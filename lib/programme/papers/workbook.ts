import { formatLocalTime } from "@/lib/core/zones";
import { lineOf, organisationText } from "@/lib/programme/papers/bilingual";
import { paperPromise } from "@/lib/programme/papers/ledger-lines";
import { personText, standInText } from "@/lib/programme/papers/people";
import type { LedgerLine } from "@/lib/programme/papers/staff-types";
import { zoneText } from "@/lib/programme/papers/stops";
import type { PaperWords } from "@/lib/programme/papers/words";
import type { PartyPerson, Programme, Stop } from "@/lib/programme/types";
import { type OutCell, toWorkbook } from "@/lib/spreadsheet/write";
import type { Texts } from "@/lib/translation/types";

/** Programme, participants and outcomes as three sheets of one workbook. Texts are texts: nothing in them is reckoned. */
export function makeWorkbook(programme: Programme, ledger: LedgerLine[], words: PaperWords): Promise<Uint8Array> {
  const { t } = words;
  return toWorkbook([
    {
      name: t("paper.workbook.programme"),
      widths: [12, 12, 12, 16, 10, 16, 34, 34, 26, 30, 30, 28, 22, 22, 22, 18, 14],
      rows: [programmeHeads(words), ...programme.stops.map((stop) => stopRow(stop, words))],
    },
    {
      name: t("paper.workbook.people"),
      widths: [14, 20, 26, 26, 34, 40, 8],
      rows: [peopleHeads(words), ...memberRows(programme, words)],
    },
    {
      name: t("paper.workbook.outcomes"),
      widths: [18, 44, 44, 16, 30, 30, 40, 18],
      rows: [outcomeHeads(words), ...ledger.map((line) => outcomeRow(line, words))],
    },
  ]);
}

function programmeHeads({ t }: PaperWords): OutCell[] {
  const keys = [
    "date",
    "from",
    "to",
    "beijing",
    "zone",
    "kind",
    "titleZh",
    "titleRu",
    "place",
    "addressZh",
    "addressRu",
    "organisation",
    "host",
    "interpreter",
    "contact",
    "phone",
    "state",
  ] as const;
  return keys.map((key) => t(`paper.workbook.${key}`));
}

function stopRow(stop: Stop, words: PaperWords): OutCell[] {
  const { t, locale } = words;
  const { day, startsAt, endsAt, timeZone, title, address } = stop;
  const clock = (at: string | null, zone: string | null) => (at && zone ? formatLocalTime(new Date(at), zone) : null);
  const name = (person: PartyPerson | null) => personText(person, words);
  const text = (texts: Texts) => lineOf(texts, locale)?.text ?? null;
  return [
    day,
    clock(startsAt, timeZone),
    clock(endsAt, timeZone),
    clock(startsAt, "Asia/Shanghai"),
    startsAt && timeZone ? zoneText(timeZone, new Date(startsAt)) : null,
    t(`visit.item.${stop.kind}`),
    title.zh ?? null,
    title.ru ?? null,
    text(stop.place) ?? (stop.site ? text(stop.site.name) : null),
    address.zh ?? null,
    address.ru ?? null,
    stop.organisation ? organisationText(stop.organisation, words).text : null,
    name(stop.host),
    name(stop.interpreter),
    name(stop.contact),
    stop.contactPhone,
    stop.isCancelled ? t("paper.stop.cancelled") : null,
  ];
}

function peopleHeads({ t }: PaperWords): OutCell[] {
  const keys = ["side", "han", "cyrillic", "latin", "role", "organisation", "count"] as const;
  return keys.map((key) => t(`paper.workbook.${key}`));
}

function memberRows({ members }: Programme, words: PaperWords): OutCell[][] {
  const { t, locale } = words;
  const numbers = { ru: 0, cn: 0 };
  return members.map(({ side, capacity, person, organisation, role, sectorNote, headcount }) => {
    const names = person?.shown === "named" ? person.names : null;
    const isCompany = !person && headcount === null && organisation?.shown === "named";
    if (!names && !isCompany) numbers[side] += 1;
    const standIn = names || isCompany ? null : standInText(words, side, headcount ?? 1, numbers[side]);
    const post = person?.shown === "named" ? person.position : {};
    const part = lineOf(role, locale) ?? lineOf(post, locale) ?? lineOf(sectorNote, locale);
    return [
      t(`visit.people.side.${side}`),
      names ? names.han : locale === "zh" ? standIn : null,
      names ? names.cyrillic : locale === "ru" ? standIn : null,
      names ? names.latin : locale === "en" ? standIn : null,
      part?.text ?? t(`visit.people.capacity.${capacity}`),
      organisation ? organisationText(organisation, words).text : null,
      headcount ?? 1,
    ];
  });
}

function outcomeHeads({ t }: PaperWords): OutCell[] {
  const keys = ["kind", "what", "parties", "stage", "ownerCn", "ownerRu", "next", "due"] as const;
  return keys.map((key) => t(`paper.ledger.${key}`));
}

function outcomeRow(line: LedgerLine, words: PaperWords): OutCell[] {
  const { kind, what, parties, partiesNote, stage, ownerCn, ownerRu, next, due } = paperPromise(line, words);
  const all = [...parties, ...(partiesNote ? [partiesNote] : [])].map(({ text }) => text);
  const separator = words.t("common.list.organisations");
  const gaps = [ownerCn, ownerRu, next, due].map((gap) => gap.line.text);
  return [kind, what.text, all.join(separator), stage, ...gaps];
}
