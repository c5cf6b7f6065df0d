import { unstable_cache } from "next/cache";
import { currentPreview } from "@/lib/core/preview-state";

/** Pages and data are made anew at least this often, because the age of figures changes with the day; seconds. */
export const revalidateSeconds = 3600;

/**
 * Keeps the answer of a public query until one of its tags expires. Arguments are part of the key; the answer
 * must be plain JSON. What is thrown is never kept.
 *
 * @param name  unique name of the query
 * @param tags  what the answer depends on, from `cacheTags`
 */
export function cachedQuery<Args extends readonly (string | number | boolean | null)[], Result>(
  name: string,
  query: (...args: Args) => Promise<Result>,
  tags: (...args: Args) => string[],
): (...args: Args) => Promise<Result> {
  return (...args) => {
    // What drafts would look like is nobody else's answer.
    if (currentPreview()) return query(...args);
    return unstable_cache(() => query(...args), [name, ...args.map(String)], {
      tags: tags(...args),
      revalidate: revalidateSeconds,
    })();
  };
}
