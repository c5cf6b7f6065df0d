import type { Validity } from "@/lib/support/types";

/**
 * Whether a measure counts on a day. First and last day belong to its term.
 *
 * @param today  ISO day, as the two others
 */
export function validityOf(input: { validFrom: string | null; validTo: string | null; today: string }): Validity {
  const { validFrom, validTo, today } = input;
  if (validTo && today > validTo) return "ended";
  if (validFrom && today < validFrom) return "upcoming";
  return validFrom || validTo ? "inForce" : "unstated";
}
