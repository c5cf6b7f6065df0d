import { useTranslations } from "next-intl";
import { EventRow } from "@/components/event/event-row";
import { PageHead } from "@/components/ui/page-head";
import { byYear } from "@/lib/core/dates";
import type { EventRow as EventOfList } from "@/lib/event/types";

/** What is ahead first, then what is past by years, newest first. */
export function EventList({ events }: { events: EventOfList[] }) {
  const t = useTranslations("event");
  const ahead = events.filter(({ isPast }) => isPast === false).toReversed();
  const past = events.filter(({ isPast }) => isPast !== false);
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} />
      <div className="wrap list-end">
        {ahead.length > 0 && <Group id="ahead" title={t("ahead")} events={ahead} />}
        {byYear(past).map(({ year, rows }) => (
          <Group
            key={year ?? "undated"}
            id={year ?? "undated"}
            title={year ? t("year", { year }) : t("undated")}
            events={rows}
          />
        ))}
      </div>
    </>
  );
}

function Group({ id, title, events }: { id: string; title: string; events: EventOfList[] }) {
  return (
    <section className="year" aria-labelledby={`y-${id}`}>
      <h2 className="year-h" id={`y-${id}`}>
        {title}
      </h2>
      <div className="rows">
        {events.map((event) => (
          <EventRow key={event.slug} event={event} />
        ))}
      </div>
    </section>
  );
}
