import { addDays } from "@/lib/i18n/format";
import type { OutcomeView } from "@/lib/outcome/types";
import type { VisitView } from "@/lib/visit/types";

/** Days after a visit on which somebody looks what came of it. */
const checkDays = [30, 90, 180, 365] as const;

/** One look back. `state`: past, the next one to come, or a later one. */
export type AfterStep = {
  days: number;
  /** ISO day */
  on: string;
  state: "done" | "next" | "later";
  /** outcomes that reached their present stage since the look before */
  moved: OutcomeView[];
};

/**
 * The four looks back at a visit, counted from its last day.
 *
 * @param today  ISO day
 * @returns      empty where the visit has no date
 */
export function afterSteps({ dates, outcomes }: Pick<VisitView, "dates" | "outcomes">, today: string): AfterStep[] {
  if (!dates) return [];
  const ends = checkDays.map((days) => addDays(dates.to, days));
  const nextIndex = ends.findIndex((on) => on > today);
  return checkDays.map((days, index) => {
    const on = ends[index] ?? dates.to;
    const after = ends[index - 1] ?? dates.to;
    return {
      days,
      on,
      state: on <= today ? "done" : index === nextIndex ? "next" : "later",
      moved: outcomes.filter(({ reachedOn }) => reachedOn !== null && reachedOn.to > after && reachedOn.to <= on),
    };
  });
}
