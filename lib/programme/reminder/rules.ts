/** Days before a due date from which a letter goes out; 0 and below: it has passed. */
const letters = [14, 3, -1] as const;

/**
 * Which letter a due date calls for today: the nearest that is due, so that a worker that slept for a week writes one letter
 * and not three.
 *
 * @param daysLeft whole days to the due date; negative: it has passed
 */
export function letterFor(daysLeft: number): number | null {
  return letters.findLast((days) => daysLeft <= days) ?? null;
}
