import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { formatDay, now, today } from "@/lib/core/dates";
import { siteUrl } from "@/lib/core/env";
import { calendarType } from "@/lib/core/icalendar";
import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";
import { bookletData } from "@/lib/programme/papers/booklet";
import { briefData } from "@/lib/programme/papers/brief";
import { makeCalendar } from "@/lib/programme/papers/calendar";
import { editionOf, editionText } from "@/lib/programme/papers/edition";
import { nameCardsData } from "@/lib/programme/papers/name-cards";
import { programmeSheetData } from "@/lib/programme/papers/programme-sheet";
import { reportData } from "@/lib/programme/papers/report";
import { makeReportDocx } from "@/lib/programme/papers/report-docx";
import {
  readEarlierContacts,
  readLedger,
  readOpenPromises,
  readPaperSource,
  readSentFor,
} from "@/lib/programme/papers/staff-queries";
import type { PaperSource } from "@/lib/programme/papers/staff-types";
import { setPaper } from "@/lib/programme/papers/templates";
import { fileEnds, type PaperFile, type PaperName, type PaperSetting } from "@/lib/programme/papers/types";
import { loadBothWords, loadPaperWords, type PaperWords } from "@/lib/programme/papers/words";
import { makeWorkbook } from "@/lib/programme/papers/workbook";
import type { Programme, Viewer } from "@/lib/programme/types";
import { getPublishedSite } from "@/lib/site/public-queries";
import { fileTypes } from "@/lib/spreadsheet/write";
import { pick } from "@/lib/translation/rules";

/** For whom a paper is: guests read booklets and badges, staff read briefs. */
const audienceOf: Record<PaperName, Viewer["audience"]> = {
  booklet: "guests",
  programme: "guests",
  "programme-working": "working_group",
  plates: "guests",
  badges: "guests",
  brief: "staff",
  report: "guests",
  "report-docx": "guests",
  workbook: "working_group",
  calendar: "guests",
};

export const mediaTypes: Record<(typeof fileEnds)[PaperName], string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: fileTypes.xlsx,
  ics: calendarType,
};

/**
 * A paper of a visit for its staff.
 *
 * @param version number of a version that was sent out; null: the work of the moment, and the paper says so
 * @returns null where there is no such visit or version, or where this actor may not make its papers: they look alike
 */
export async function makeStaffPaper(
  actor: Actor,
  recordId: string,
  { name, version, locale }: { name: PaperName; version: number | null; locale: Locale },
): Promise<PaperFile | null> {
  const source = await readPaperSource(actor, recordId, { audience: audienceOf[name], version });
  if (!source || !can(actor, "share", source.head)) return null;
  const words = await loadPaperWords(locale);
  const bytes = await makeBytes(actor, source, name, words);
  const { programme } = source;
  const visit = pick(programme.name, locale)?.text ?? words.t("visits.unnamed");
  const edition = editionText(editionOf(programme, today()), words);
  const file = [visit, words.t(`paper.page.names.${name}`), edition].join(" – ");
  return { bytes, name: `${file}.${fileEnds[name]}`, type: mediaTypes[fileEnds[name]] };
}

async function makeBytes(
  actor: Actor,
  source: PaperSource,
  name: PaperName,
  words: PaperWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const { head, document, programme } = source;
  const edition = editionOf(programme, today());
  const setting: PaperSetting = { edition, qr: publicQr(source) };
  switch (name) {
    case "booklet":
      return setPaper("booklet", bookletData(programme, await loadBothWords(), setting));
    case "programme":
    case "programme-working":
      return setPaper("programme", programmeSheetData(programme, await loadBothWords(), setting));
    case "plates":
    case "badges":
      return setPaper(name, nameCardsData(programme, await loadBothWords(), name === "badges"));
    case "brief": {
      const [earlier, promises, sites] = await Promise.all([
        readEarlierContacts(actor, source),
        readOpenPromises(actor, source),
        sitesOf(programme, words.locale),
      ]);
      return setPaper("brief", briefData(programme, { earlier, promises, sites }, words, edition));
    }
    case "report":
    case "report-docx": {
      const ledger = await readLedger(head, document);
      const data = reportData(programme, ledger, words, { edition, today: formatDay(today()) });
      return name === "report" ? setPaper("report", data) : makeReportDocx(data);
    }
    case "workbook":
      return new Uint8Array(await makeWorkbook(programme, await readLedger(head, document), words));
    case "calendar": {
      const sent = programme.version === null ? [programme] : await readSentFor(source, audienceOf[name]);
      const input = { versions: sent, url: pageUrl(source, words.locale), participantId: null, madeAt: now() };
      return new TextEncoder().encode(makeCalendar(input, words));
    }
  }
}

/** Sites where the programme stops, with their figures as readers see them. */
async function sitesOf({ stops }: Programme, locale: Locale) {
  const stopped = new Map(stops.flatMap(({ site }) => (site ? [[site.id, site] as const] : [])));
  const sites = await Promise.all(
    [...stopped.values()].map(({ regionSlug, slug }) => getPublishedSite(regionSlug, slug, locale)),
  );
  return sites.filter((site) => site !== null);
}

/** A visit that nobody may read yet has no address to print. */
function publicQr({ head, programme }: PaperSource): PaperSetting["qr"] {
  const { slug, region } = programme;
  if (head.state !== "published" || !slug) return null;
  return { url: `${siteUrl()}${paths.visit("zh", region.slug, slug)}`, leadsTo: "public" };
}

function pageUrl({ head, programme }: PaperSource, locale: Locale): string {
  const { slug, region } = programme;
  return head.state === "published" && slug
    ? `${siteUrl()}${paths.visit(locale, region.slug, slug)}`
    : `${siteUrl()}/${locale}`;
}
