import { z } from "zod";
import { pageNumber } from "@/lib/core/query-schema";
import { locales } from "@/lib/i18n/locales";
import {
  draftStates,
  type LanguageFilter,
  type ListFilter,
  recordStates,
  translationStatuses,
} from "@/lib/record/list/types";
import { type ListedKind, listedKinds } from "@/lib/record/shapes";

const longestSearch = 100;

/** Every language in every status and state of its draft, as the query names it. */
export const languageFilters: readonly (LanguageFilter & { value: string })[] = locales.flatMap((locale) =>
  [...translationStatuses, ...draftStates].map((status) => ({ locale, status, value: `${locale}.${status}` })),
);

/** The query of the list. What is broken or unknown is ignored, never an error. */
export const listFilterSchema = z
  .object({
    kind: z
      .enum(listedKinds as [ListedKind, ...ListedKind[]])
      .nullable()
      .catch(null),
    region: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .nullable()
      .catch(null),
    state: z.enum(recordStates).nullable().catch(null),
    text: z
      .string()
      .catch("")
      .transform((text) => languageFilters.find(({ value }) => value === text) ?? null),
    q: z
      .string()
      .catch("")
      .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, longestSearch)),
    mine: z
      .string()
      .catch("")
      .transform((text) => text === "yes"),
    page: pageNumber,
  })
  .transform(
    ({ kind, region, state, text, q, mine, page }): ListFilter => ({
      kind,
      region,
      state,
      language: text && { locale: text.locale, status: text.status },
      search: q,
      isMine: mine,
      page,
    }),
  );

/** A filter as a query again, without what says nothing. */
export function toListQuery(filter: Partial<ListFilter>): string {
  const pairs = {
    kind: filter.kind,
    region: filter.region,
    state: filter.state,
    text: filter.language && `${filter.language.locale}.${filter.language.status}`,
    q: filter.search,
    mine: filter.isMine ? "yes" : null,
    page: filter.page && filter.page > 1 ? String(filter.page) : null,
  };
  const query = new URLSearchParams(Object.entries(pairs).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return query.size > 0 ? `?${query}` : "";
}
