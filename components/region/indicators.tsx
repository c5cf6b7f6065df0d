import { useTranslations } from "next-intl";
import { IndicatorChanges } from "@/components/region/indicator-changes";
import { FigureList, UnitFigure } from "@/components/source/figure";
import { SourceLink } from "@/components/source/source-line";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { indicatorId, paths } from "@/lib/core/paths";
import type { IndicatorView, RegionView } from "@/lib/region/types";

/** So many stand large; the rest follow in a table. */
const largeCount = 6;

/** Statistics of a region, each with its period, what it is compared with, and its source. */
export function RegionIndicators({ region }: { region: RegionView }) {
  const t = useTranslations("region.indicators");
  const { long } = useDates();
  const { withUnit } = useQuantity();
  const sources = paths.regionSources(usePageLocale(), region.slug);
  if (region.indicators.length === 0) return null;
  const write = (value: number, unit: IndicatorView["unit"], qualifier: IndicatorView["figure"]["qualifier"]) => {
    const written = withUnit({ value, qualifier }, unit);
    return `${written.value} ${written.unit}`;
  };
  return (
    <Section id="indicators" title={t("title")} intro={t("intro")}>
      <FigureList>
        {region.indicators.slice(0, largeCount).map((indicator) => (
          <UnitFigure
            key={indicator.key}
            id={indicatorId(indicator.key)}
            label={<Words value={indicator.label} />}
            figure={indicator.figure}
            unit={indicator.unit}
            sourceHref={`${sources}#${indicatorId(indicator.key)}`}
            note={
              <>
                {long(indicator.period)}
                {indicator.note && <br />}
                {indicator.note && <Words value={indicator.note} />}
              </>
            }
          />
        ))}
      </FigureList>
      <IndicatorChanges indicators={region.indicators} sources={sources} />
      {region.indicators.length > largeCount && (
        <DataTable
          caption={t("rest")}
          columns={[t("name"), t("value"), t("period"), t("source")]}
          rows={region.indicators.slice(largeCount).map((indicator) => ({
            key: indicator.key,
            head: (
              <span id={indicatorId(indicator.key)}>
                <Words value={indicator.label} />
              </span>
            ),
            cells: [
              <span key="value" className={indicator.figure.provenance.freshness === "stale" ? "is-stale" : undefined}>
                <b className="n">{write(indicator.figure.value, indicator.unit, indicator.figure.qualifier)}</b>
                {indicator.note && (
                  <small className="muted">
                    {" "}
                    <Words value={indicator.note} />
                  </small>
                )}
              </span>,
              long(indicator.period),
              <SourceLink
                key="source"
                provenance={indicator.figure.provenance}
                href={`${sources}#${indicatorId(indicator.key)}`}
              />,
            ],
          }))}
        />
      )}
    </Section>
  );
}
