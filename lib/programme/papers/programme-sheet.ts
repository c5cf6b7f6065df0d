import type { Pair } from "@/lib/programme/papers/bilingual";
import { say } from "@/lib/programme/papers/bilingual";
import { type BookletData, bookletData } from "@/lib/programme/papers/booklet";
import type { PaperSetting } from "@/lib/programme/papers/types";
import type { BothWords } from "@/lib/programme/papers/words";
import type { Programme } from "@/lib/programme/types";

export type ProgrammeSheetData = Omit<BookletData, "members" | "contacts" | "summary"> & { columns: Pair[] };

/** The programme as one landscape table, A4, in Chinese and Russian. */
export function programmeSheetData(programme: Programme, words: BothWords, setting: PaperSetting): ProgrammeSheetData {
  const { members: _, contacts: __, summary: ___, ...data } = bookletData(programme, words, setting);
  const columns = (["time", "stop", "where", "people"] as const).map((key) =>
    say(words, ({ t }) => t(`paper.column.${key}`)),
  );
  return { ...data, columns };
}
