import { daysBetween } from "@/lib/i18n/format";
import type { StageView } from "@/lib/site/types";

/** A time scale of whole years, wide enough for all stages and today, with room behind the last one. */
export type ReadinessScale = { years: number[]; percentOf: (day: string) => number };

/**
 * @param stages  at least one
 * @param today   ISO day
 */
export function readinessScale(stages: StageView[], today: string): ReadinessScale {
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const days = [today, ...stages.flatMap(({ readyOn }) => [readyOn.from, readyOn.to])];
  const first = Math.min(...days.map(yearOf));
  const last = Math.max(...days.map(yearOf)) + 1;
  const start = `${first}-01-01`;
  const length = daysBetween(start, `${last + 1}-01-01`);
  return {
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    percentOf: (day) => Math.round((daysBetween(start, day) / length) * 1000) / 10,
  };
}
