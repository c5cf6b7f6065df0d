import "server-only";
import { siteUrl } from "@/lib/core/env";
import { calendarType } from "@/lib/core/icalendar";
import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";
import { bookletData } from "@/lib/programme/papers/booklet";
import { makeCalendar } from "@/lib/programme/papers/calendar";
import { programmeSheetData } from "@/lib/programme/papers/programme-sheet";
import { toPublicProgramme } from "@/lib/programme/papers/public-programme";
import { setPaper } from "@/lib/programme/papers/templates";
import type { PaperFile, PaperSetting } from "@/lib/programme/papers/types";
import { loadBothWords, loadPaperWords } from "@/lib/programme/papers/words";
import { getPublishedVisit } from "@/lib/visit/public-queries";

/** Files of a visit for everybody and for holders of links, by the last segment of their address. */
export type VisitFileName = "visit.ics" | "booklet.pdf" | "programme.pdf";

/**
 * A file of a published visit, made of what its public page shows.
 *
 * @returns null for what is not published
 */
export async function makePublicFile(
  { region, slug, locale }: { region: string; slug: string; locale: Locale },
  name: VisitFileName,
): Promise<PaperFile | null> {
  const [zh, ru, en] = await Promise.all([
    getPublishedVisit(region, slug, "zh"),
    getPublishedVisit(region, slug, "ru"),
    getPublishedVisit(region, slug, "en"),
  ]);
  if (!zh || !ru || !en) return null;
  const programme = toPublicProgramme({ zh, ru, en });
  const { number, changedAt } = ru.edition;
  if (name === "visit.ics") {
    const url = `${siteUrl()}${paths.visit(locale, region, slug)}`;
    const input = { versions: [programme], url, participantId: null, base: number, madeAt: new Date(changedAt) };
    const text = makeCalendar(input, await loadPaperWords(locale));
    return { bytes: new TextEncoder().encode(text), name: `${slug}.ics`, type: calendarType };
  }
  const setting: PaperSetting = {
    edition: { of: "public", day: changedAt.slice(0, 10) },
    // The same paper for all languages, set once; its page has a switch to the others.
    qr: { url: `${siteUrl()}${paths.visit("zh", region, slug)}`, leadsTo: "public" },
  };
  const words = await loadBothWords();
  const bytes =
    name === "booklet.pdf"
      ? await setPaper("booklet", bookletData(programme, words, setting))
      : await setPaper("programme", programmeSheetData(programme, words, setting));
  return { bytes, name: `${slug}-${name}`, type: "application/pdf" };
}
