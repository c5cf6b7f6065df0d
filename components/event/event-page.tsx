import { useTranslations } from "next-intl";
import { WideCover } from "@/components/media/cover";
import { MediaSections } from "@/components/media/media-blocks";
import { Ledger } from "@/components/outcome/ledger";
import { SourceChip } from "@/components/source/source-chip";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { HuedHead } from "@/components/ui/hued-head";
import { Section } from "@/components/ui/section";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { VisitRow } from "@/components/visit/visit-row";
import { paths } from "@/lib/core/paths";
import type { EventView } from "@/lib/event/types";
import type { RecordMedia } from "@/lib/media/types";
import { tallyOfViews } from "@/lib/outcome/rules";

/** A forum or exhibition: when, where, who came, what was promised there or about it. */
export function EventPage({ event, media, crumbs }: { event: EventView; media: RecordMedia; crumbs: Crumb[] }) {
  const t = useTranslations("event");
  const { visits, outcomes } = event;
  return (
    <>
      <EventHead event={event} crumbs={crumbs} />
      <WideCover picture={media.cover} />
      <Section id="visits" title={t("visits.title")} intro={t("visits.intro")}>
        {visits.length === 0 ? (
          <p className="unk">{t("visits.none")}</p>
        ) : (
          <div className="rows">
            {visits.map((visit) => (
              <VisitRow key={visit.slug} visit={visit} />
            ))}
          </div>
        )}
      </Section>
      <Section id="outcomes" title={t("outcomes.title")} intro={t("outcomes.intro")}>
        {outcomes.length === 0 ? (
          <p className="unk">{t(visits.length > 0 ? "outcomes.noneNamed" : "outcomes.none")}</p>
        ) : (
          <Ledger outcomes={outcomes} tally={tallyOfViews(outcomes)} where="elsewhere" />
        )}
      </Section>
      <MediaSections media={media} />
    </>
  );
}

function EventHead({ event, crumbs }: { event: EventView; crumbs: Crumb[] }) {
  const t = useTranslations("event");
  const common = useTranslations("common");
  const locale = usePageLocale();
  const dates = useDates();
  const { region, place, summary } = event;
  const country = common(`country.${event.country}`);
  const facts = [
    { key: "kind", content: <b>{t(`kind.${event.kind}`)}</b> },
    {
      key: "dates",
      content: <b>{event.dates ? dates.long(event.dates) : <span className="unk">{t("noDate")}</span>}</b>,
    },
    {
      key: "place",
      content: (
        <>
          {t("place")}{" "}
          <b>
            {place && place.text !== country
              ? t.rich("where", { place: () => <Words value={place} />, country: () => country })
              : country}
          </b>
        </>
      ),
    },
    region && {
      key: "region",
      content: (
        <>
          {t("region")}{" "}
          <a href={paths.region(locale, region.slug)}>
            <Words value={region.name} />
          </a>
        </>
      ),
    },
  ];
  return (
    <HuedHead
      region={region?.slug}
      crumbs={crumbs}
      title={<Words value={event.name} />}
      facts={facts.filter((fact) => fact !== null)}
    >
      {summary && (
        <p className="region-lede">
          <Words value={summary} />
        </p>
      )}
      <SourceChip provenance={event.provenance} />
    </HuedHead>
  );
}
