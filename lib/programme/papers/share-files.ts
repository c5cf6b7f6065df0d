import "server-only";
import { now, today } from "@/lib/core/dates";
import { siteUrl } from "@/lib/core/env";
import { calendarType } from "@/lib/core/icalendar";
import type { Locale } from "@/lib/i18n/locales";
import { bookletData } from "@/lib/programme/papers/booklet";
import { makeCalendar } from "@/lib/programme/papers/calendar";
import { editionOf } from "@/lib/programme/papers/edition";
import { programmeSheetData } from "@/lib/programme/papers/programme-sheet";
import type { VisitFileName } from "@/lib/programme/papers/public-files";
import { readSharedVersions } from "@/lib/programme/papers/share-queries";
import { setPaper } from "@/lib/programme/papers/templates";
import type { PaperFile, PaperSetting } from "@/lib/programme/papers/types";
import { loadBothWords, loadPaperWords } from "@/lib/programme/papers/words";
import { sharePath } from "@/lib/programme/share/rules";
import type { Share } from "@/lib/programme/share/share-queries";

/**
 * A file of a visit for the holder of a secret link: what he may see, of the newest version that was sent out.
 *
 * @param token of the link, for the code on the paper: it leads to the page where he sees whether his copy is old
 * @returns     null where nothing was sent out yet
 */
export async function makeShareFile(
  share: Share,
  { token, locale: asked }: { token: string; locale: Locale },
  name: VisitFileName,
): Promise<PaperFile | null> {
  const locale = share.locale ?? asked;
  const versions = await readSharedVersions(share);
  const programme = versions.at(-1);
  if (!programme) return null;
  const page = `${siteUrl()}${sharePath(locale, token)}`;
  const slug = programme.slug ?? "visit";
  if (name === "visit.ics") {
    const { participantId } = share.viewer;
    const text = makeCalendar({ versions, url: page, participantId, madeAt: now() }, await loadPaperWords(locale));
    return { bytes: new TextEncoder().encode(text), name: `${slug}.ics`, type: calendarType };
  }
  const setting: PaperSetting = {
    edition: editionOf(programme, today()),
    qr: { url: `${page}?paper=${programme.version}`, leadsTo: "guest" },
  };
  const words = await loadBothWords();
  const bytes =
    name === "booklet.pdf"
      ? await setPaper("booklet", bookletData(programme, words, setting))
      : await setPaper("programme", programmeSheetData(programme, words, setting));
  return { bytes, name: `${slug}-v${programme.version}-${name}`, type: "application/pdf" };
}
