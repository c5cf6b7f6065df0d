import type { Locale } from "@/lib/i18n/locales";
import type { Viewer } from "@/lib/programme/types";

export type AnswerLine = {
  id: string;
  score: number;
  useful: string | null;
  missing: string | null;
  lang: Locale;
  /** of the link by which it came; null: the link is gone */
  audience: Viewer["audience"] | null;
  day: string;
};

/** What guests said after a visit, the newest first, with the average of the scores. */
export type Answers = { average: number | null; counts: number[]; total: number; lines: AnswerLine[] };
