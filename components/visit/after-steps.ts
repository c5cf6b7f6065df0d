import { addDays } from "@/lib/i18n/format";
import type { OutcomeView } from "@/lib/outcome/types";
import type { VisitRef, VisitView } from "@/lib/visit/types";

/** Days after a visit on which somebody looks what came of it. */
const checkDays = [30, 90, 180, 365] as const;

type Event = NonNullable<OutcomeView["event"]>;

/** What is known to have followed in some span of days. */
type Followed = {
  /** outcomes that reached their present stage */
  moved: OutcomeView[];
  /** visits that go on from this one or answer it, by their first day */
  visits: { visit: VisitRef; tie: "continuedBy" | "replies" }[];
  /** forums that promises of the visit are about, by their first day; whether they took place may not be known */
  events: Event[];
};

/** One look back. `state`: past, the next one to come, or a later one. */
export type AfterStep = Followed & {
  days: number;
  /** ISO day */
  on: string;
  state: "done" | "next" | "later";
};

type Seen = Pick<VisitView, "dates" | "outcomes" | "continuedBy" | "replies">;

/** What followed after one day up to another, the latter included; no end: ever since. */
function followed({ outcomes, continuedBy, replies }: Seen, after: string, until: string | null): Followed {
  const isWithin = (day: string | undefined) => day !== undefined && day > after && (until === null || day <= until);
  const events = outcomes.flatMap(({ event }) => event ?? []);
  return {
    moved: outcomes.filter(({ reachedOn }) => isWithin(reachedOn?.to)),
    visits: [
      ...replies.map((visit) => ({ visit, tie: "replies" as const })),
      ...continuedBy.map((visit) => ({ visit, tie: "continuedBy" as const })),
    ].filter(({ visit }) => isWithin(visit.dates?.from)),
    events: events.filter(
      (event, index) => isWithin(event.dates?.from) && events.findIndex(({ slug }) => slug === event.slug) === index,
    ),
  };
}

/**
 * The four looks back at a visit, counted from its last day.
 *
 * @param today  ISO day
 * @returns      empty where the visit has no date
 */
export function afterSteps(visit: Seen, today: string): AfterStep[] {
  const { dates } = visit;
  if (!dates) return [];
  const ends = checkDays.map((days) => addDays(dates.to, days));
  const nextIndex = ends.findIndex((on) => on > today);
  return checkDays.map((days, index) => {
    const on = ends[index] ?? dates.to;
    return {
      days,
      on,
      state: on <= today ? "done" : index === nextIndex ? "next" : "later",
      ...followed(visit, ends[index - 1] ?? dates.to, on),
    };
  });
}

/** What followed more than a year after a visit, when nobody looks any more; null where nothing did. */
export function longAfter(visit: Seen): Followed | null {
  if (!visit.dates) return null;
  const later = followed(visit, addDays(visit.dates.to, checkDays[3]), null);
  return later.moved.length + later.visits.length + later.events.length > 0 ? later : null;
}
