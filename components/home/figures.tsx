import { useTranslations } from "next-intl";
import { FigureList, UnitFigure } from "@/components/source/figure";
import { Section } from "@/components/ui/section";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { indicatorId, paths } from "@/lib/core/paths";
import type { IndicatorView, RegionRef } from "@/lib/region/types";

/** One figure of each region, with its period and source. */
export function HomeFigures({ headlines }: { headlines: { region: RegionRef; indicator: IndicatorView }[] }) {
  const t = useTranslations("home.figures");
  const { long } = useDates();
  const locale = usePageLocale();
  if (headlines.length === 0) return null;
  return (
    <Section id="figures" title={t("title")} intro={t("intro")}>
      <FigureList>
        {headlines.map(({ region, indicator }) => (
          <UnitFigure
            key={region.slug}
            label={
              <>
                <span className="rt" data-region={region.slug}>
                  <Words value={region.name} />
                </span>
                <br />
                <Words value={indicator.label} />
              </>
            }
            figure={indicator.figure}
            unit={indicator.unit}
            sourceHref={`${paths.regionSources(locale, region.slug)}#${indicatorId(indicator.key)}`}
            note={long(indicator.period)}
          />
        ))}
      </FigureList>
    </Section>
  );
}
