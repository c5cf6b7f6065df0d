/** What everybody pays: the regime that the others are compared with. */
export const ordinaryRegime = "ordinary";

/** Regimes as readers compare them: zones first, the ordinary rules last. */
const comparisonOrder = [
  "sez-industrial",
  "sez-technology",
  "asez",
  "international-asez",
  "industrial-park",
  "free-port-vladivostok",
];

/** Puts regimes in the order of the comparison; one that the list does not know stands before the ordinary rules. */
export function inComparisonOrder<Regime extends { slug: string }>(regimes: readonly Regime[]): Regime[] {
  const place = ({ slug }: Regime) => {
    if (slug === ordinaryRegime) return Number.POSITIVE_INFINITY;
    const index = comparisonOrder.indexOf(slug);
    return index < 0 ? comparisonOrder.length : index;
  };
  // equal places keep their order; two infinities would subtract to no number
  return [...regimes].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
