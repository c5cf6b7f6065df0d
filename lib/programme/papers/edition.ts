import { formatDay } from "@/lib/core/dates";
import { formatLocalTime } from "@/lib/core/zones";
import { type Pair, say } from "@/lib/programme/papers/bilingual";
import type { Edition } from "@/lib/programme/papers/types";
import type { BothWords, PaperWords } from "@/lib/programme/papers/words";
import type { Programme } from "@/lib/programme/types";

/**
 * What a programme for staff or for a link is: a version that was sent out, or the work of the moment.
 *
 * @param today the day that a draft is dated with
 */
export function editionOf({ version, publishedAt, region }: Programme, today: Date): Edition {
  if (version === null || !publishedAt) return { of: "draft", day: formatDay(today) };
  return { of: "sent", number: version, day: formatLocalTime(new Date(publishedAt), region.timeZone).slice(0, 10) };
}

export function editionText(edition: Edition, { t, dates }: PaperWords): string {
  const date = dates.shortDay(edition.day);
  if (edition.of === "sent") return t("paper.edition.sent", { number: String(edition.number), date });
  return t(`paper.edition.${edition.of}`, { date });
}

export function editionPair(edition: Edition, words: BothWords): Pair {
  return say(words, (one) => editionText(edition, one));
}
