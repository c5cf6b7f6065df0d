import { useTranslations } from "next-intl";
import { CopyThisLink } from "@/components/layout/copy-this-link";
import { OrganisationName } from "@/components/organisation/organisation-name";
import { SourceChip } from "@/components/source/source-chip";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { Motif } from "@/components/ui/motif";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { PersonName } from "@/components/visit/person-name";
import { VisitClocks } from "@/components/visit/visit-clocks";
import { paths } from "@/lib/core/paths";
import type { VisitView } from "@/lib/visit/types";

/**
 * The dark sign board at the top of a visit.
 *
 * @param today  ISO day; dates the time difference when the visit itself has no date
 */
export function VisitHead({ visit, crumbs, today }: { visit: VisitView; crumbs: Crumb[]; today: string }) {
  const t = useTranslations("visit");
  const dates = useDates();
  const { written } = useQuantity();
  const { summary, durationDays, meetingsCount } = visit;
  const facts = [
    visit.dates ? dates.long(visit.dates) : t("dates.unknown"),
    durationDays !== null && t("duration", { days: durationDays }),
    visit.dates && visit.dates.precision !== "day" && t("head.dayUnknown"),
    t(`direction.${visit.direction}`),
    meetingsCount && t("head.meetings", { value: written(meetingsCount) }),
  ].filter((fact) => typeof fact === "string");
  return (
    <header className="vhead">
      <Motif region={visit.region.slug} />
      <div className="wrap vhead-in">
        <Breadcrumbs crumbs={crumbs} />
        <div className="vhead-body">
          <div>
            <h1>
              <Words value={visit.name} />
            </h1>
            <p className="vhead-alt">{facts.join(" · ")}</p>
            {summary && (
              <p className="vhead-text">
                <Words value={summary} />
              </p>
            )}
            <VisitLeaders visit={visit} />
            <SourceChip provenance={visit.provenance} />
            <CopyThisLink />
          </div>
          <VisitClocks places={visit.places} day={visit.dates?.from ?? today} />
        </div>
      </div>
    </header>
  );
}

function VisitLeaders({ visit: { head, organizer, events } }: { visit: VisitView }) {
  const t = useTranslations("visit.head");
  const locale = usePageLocale();
  if (!organizer && head?.shown !== "named" && events.length === 0) return null;
  return (
    <ul className="vhead-facts">
      {head?.shown === "named" && (
        <li>
          {t("leader")}{" "}
          <b>
            <PersonName person={head} />
          </b>
        </li>
      )}
      {organizer && (
        <li>
          {t("organizer")}{" "}
          <b>
            <OrganisationName organisation={organizer} />
          </b>
        </li>
      )}
      {events.map((event) => (
        <li key={event.slug}>
          {t("event")}{" "}
          <a href={paths.event(locale, event.slug)}>
            <Words value={event.name} />
          </a>
        </li>
      ))}
    </ul>
  );
}
