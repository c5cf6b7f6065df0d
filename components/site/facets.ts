import type { Words } from "@/lib/translation/types";

export const facetKeys = ["kind", "region", "status"] as const;
export type FacetKey = (typeof facetKeys)[number];

/**
 * One choice of a filter. `name` is null where the value itself is a word of the interface (kinds, states); `href`
 * leads to the view with this choice taken or, when it is taken already, left out.
 */
export type FacetOption = { value: string; name: Words | null; count: number; href: string; isSelected: boolean };
export type Facet = { key: FacetKey; options: FacetOption[] };
