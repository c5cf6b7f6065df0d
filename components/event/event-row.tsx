import { useTranslations } from "next-intl";
import { SourceLink } from "@/components/source/source-line";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { EventRow as EventOfList } from "@/lib/event/types";

/** One event in a list: when and where, what it was, how many delegations came and what they promised. */
export function EventRow({ event }: { event: EventOfList }) {
  const t = useTranslations("event");
  const locale = usePageLocale();
  const dates = useDates();
  const { region, name, summary, place, visitCount, outcomeCount } = event;
  const href = paths.event(locale, event.slug);
  return (
    <article className="vrow" data-region={region?.slug}>
      <p className="vrow-when">
        {event.dates ? dates.long(event.dates) : <span className="unk">{t("noDate")}</span>}
        {place && (
          <small>
            <Words value={place} />
          </small>
        )}
      </p>
      <div>
        {region && (
          <span className="rt">
            <Words value={region.name} />
          </span>
        )}
        <h3>
          <a href={href}>
            <Words value={name} />
          </a>
        </h3>
        {summary && (
          <p className="vrow-text">
            <Words value={summary} />
          </p>
        )}
        <SourceLink provenance={event.provenance} href={href} />
      </div>
      <ul className="vrow-out">
        <li>{t(`kind.${event.kind}`)}</li>
        {visitCount > 0 && <li>{t("visitCount", { count: visitCount })}</li>}
        {outcomeCount > 0 && <li>{t("outcomeCount", { count: outcomeCount })}</li>}
        {visitCount + outcomeCount === 0 && <li className="unk">{t("noVisit")}</li>}
      </ul>
    </article>
  );
}
