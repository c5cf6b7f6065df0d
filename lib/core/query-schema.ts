import { z } from "zod";

/** Parts of a list's query. What is broken or unknown is ignored, never an error. */

/** A comma-separated list of which only the known values stay, each once. */
export function listOf<const Value extends string>(values: readonly Value[]) {
  return z
    .string()
    .catch("")
    .transform((text) => values.filter((value) => text.split(",").includes(value)));
}

/** Slugs of records; whether they exist shows in the answer. */
export const slugList = z
  .string()
  .catch("")
  .transform((text) => [...new Set(text.split(",").filter((slug) => /^[a-z0-9-]{1,60}$/.test(slug)))].sort());

export const yearList = z
  .string()
  .catch("")
  .transform((text) => [...new Set(text.split(",").filter((year) => /^(?:19|20)\d\d$/.test(year)))].sort());

export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
