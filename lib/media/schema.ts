import { z } from "zod";
import { pageNumber } from "@/lib/core/query-schema";
import { locales } from "@/lib/i18n/locales";

export const mediaSorts = ["image", "document"] as const;

export type MediaFilter = {
  search: string;
  kind: "image" | "document" | null;
  region: string | null;
  /** without the text that says what it shows, in this language; "any": in one of them */
  missingAlt: (typeof locales)[number] | "any" | null;
  isUnused: boolean;
  page: number;
};

const longestSearch = 100;

/** The query of the library. What is broken or unknown is ignored, never an error. */
export const mediaFilterSchema = z
  .object({
    q: z
      .string()
      .catch("")
      .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, longestSearch)),
    kind: z.enum(mediaSorts).nullable().catch(null),
    region: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .nullable()
      .catch(null),
    alt: z
      .enum([...locales, "any"])
      .nullable()
      .catch(null),
    unused: z
      .string()
      .catch("")
      .transform((text) => text === "yes"),
    page: pageNumber,
  })
  .transform(
    ({ q, kind, region, alt, unused, page }): MediaFilter => ({
      search: q,
      kind,
      region,
      missingAlt: alt,
      isUnused: unused,
      page,
    }),
  );

/** A filter as a query again, without what says nothing. */
export function toMediaQuery(filter: Partial<MediaFilter>): string {
  const pairs = {
    q: filter.search,
    kind: filter.kind,
    region: filter.region,
    alt: filter.missingAlt,
    unused: filter.isUnused ? "yes" : null,
    page: filter.page && filter.page > 1 ? String(filter.page) : null,
  };
  const query = new URLSearchParams(Object.entries(pairs).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return query.size > 0 ? `?${query}` : "";
}
