import type { Measure } from "@/lib/record/score/types";

/**
 * The mean of the shares, each criterion counting the same, in whole per cent. Never rounded up to a hundred: that is
 * reached only when nothing is missing.
 *
 * @returns null where nothing can be measured
 */
export function scoreOf(measures: readonly Measure[]): number | null {
  const counted = measures.filter(({ of }) => of > 0);
  if (counted.length === 0) return null;
  const mean = counted.reduce((sum, { good, of }) => sum + good / of, 0) / counted.length;
  return Math.floor(mean * 100);
}
