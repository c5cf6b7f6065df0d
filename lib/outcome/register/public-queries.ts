import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { today } from "@/lib/core/dates";
import { filterAndCount, pageOf } from "@/lib/core/facets";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { countedColumns, isPublic, readOutcomesById, registerOrder, tally } from "@/lib/outcome/public-queries";
import { parseOutcomeFilter, toOutcomeFilterQuery } from "@/lib/outcome/register/schema";
import { type DueState, dueStates, type OutcomeFilter, type OutcomeRegister } from "@/lib/outcome/register/types";
import { isOpen, isOverdue, outcomesPerPage } from "@/lib/outcome/rules";
import { type OutcomeStage, outcomeKinds, outcomeStages } from "@/lib/outcome/types";
import { listRegions } from "@/lib/region/public-queries";

async function readRegister(filter: OutcomeFilter, locale: Locale): Promise<OutcomeRegister> {
  const [outcomes, regions] = await Promise.all([
    db().outcome.findMany({
      where: isPublic,
      orderBy: registerOrder,
      select: {
        ...countedColumns,
        id: true,
        kind: true,
        record: { select: { region: { select: { record: { select: { slug: true } } } } } },
      },
    }),
    listRegions(locale),
  ]);
  const now = today();
  const { matching, counts } = filterAndCount(
    outcomes,
    {
      regions: ({ record }) => [record.region?.record.slug ?? ""],
      kinds: ({ kind }) => [kind],
      stages: ({ stage }) => [stage],
      dues: (row) => dueStatesOf(row, now),
    },
    filter,
  );
  const page = pageOf(matching, filter.page, outcomesPerPage);
  const count = (group: keyof typeof counts, value: string) => counts[group].get(value) ?? 0;
  return {
    filter,
    rows: await readOutcomesById(
      page.rows.map(({ id }) => id),
      locale,
    ),
    total: matching.length,
    pageCount: page.pageCount,
    tally: tally(matching),
    facets: {
      regions: regions.map(({ slug, name }) => ({ slug, name, count: count("regions", slug) })),
      kinds: outcomeKinds
        .map((kind) => ({ kind, count: count("kinds", kind) }))
        .filter((option) => option.count > 0 || filter.kinds.includes(option.kind)),
      stages: outcomeStages.map((stage) => ({ stage, count: count("stages", stage) })),
      dues: dueStates.map((due) => ({ due, count: count("dues", due) })),
    },
  };
}

/** An overdue one is dated too. */
function dueStatesOf(
  { stage, dueOn, hasNoFollowUp }: { stage: OutcomeStage; dueOn: Date | null; hasNoFollowUp: boolean },
  now: Date,
): DueState[] {
  if (!isOpen(stage)) return ["closed"];
  if (!dueOn) return hasNoFollowUp ? [] : ["undated"];
  return isOverdue({ stage, dueOn, today: now }) ? ["dated", "overdue"] : ["dated"];
}

const registerByQuery = cachedQuery(
  "outcomeRegister",
  (query: string, locale: Locale) =>
    readRegister(parseOutcomeFilter(Object.fromEntries(new URLSearchParams(query))), locale),
  () => [cacheTags.outcomes, cacheTags.visits, cacheTags.events, cacheTags.regions, cacheTags.sites],
);

/** One page of the register of everything that visits led to, with its counts. */
export function getOutcomeRegister(filter: OutcomeFilter, locale: Locale): Promise<OutcomeRegister> {
  return registerByQuery(new URLSearchParams(toOutcomeFilterQuery(filter)).toString(), locale);
}
