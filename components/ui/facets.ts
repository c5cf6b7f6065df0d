import type { ReactNode } from "react";

/** One choice of a filter; `href` leads to the view with it taken or, when it is taken already, left out. */
export type FacetOption = { value: string; label: ReactNode; count: number; href: string; isSelected: boolean };

/** `key` tells facets of one page apart. */
export type Facet = { key: string; title: ReactNode; options: FacetOption[] };

/** A facet stands only where some row answers it; one with a choice taken stays, so that it can be taken back. */
export function isAnswered({ options }: Facet): boolean {
  return options.some(({ count, isSelected }) => count > 0 || isSelected);
}
