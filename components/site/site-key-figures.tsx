import { useTranslations } from "next-intl";
import { AreaFigure, FigureCell, FigureList, UnitFigure } from "@/components/source/figure";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/ui/use-dates";
import { useQuantity } from "@/components/ui/use-quantity";
import type { SiteView, StageView } from "@/lib/site/types";

/** The figures that decide first. The two areas stand here even when nobody published them. */
export function SiteKeyFigures({ site }: { site: SiteView }) {
  const t = useTranslations("site.key");
  const figures = [site.totalAreaHa, site.availableAreaHa, site.premisesM2, site.availablePremisesM2];
  const hasDisagreement = figures.some((figure) => figure?.provenance.citations.some(({ agrees }) => !agrees));
  const nextStage = site.stages.find(
    (stage) => stage.status !== "done" && !stage.isOverdue && (stage.areaHa ?? stage.premisesM2) !== null,
  );
  const isLand = !site.isFacility;
  return (
    <>
      <FigureList>
        {(isLand || site.totalAreaHa) && <AreaFigure label={t("totalArea")} figure={site.totalAreaHa} />}
        {(isLand || site.availableAreaHa) && <AreaFigure label={t("availableArea")} figure={site.availableAreaHa} />}
        {nextStage && <StageFigure stage={nextStage} />}
        {site.premisesM2 && <UnitFigure label={t("premises")} figure={site.premisesM2} unit="m2" />}
        {site.availablePremisesM2 && (
          <UnitFigure label={t("availablePremises")} figure={site.availablePremisesM2} unit="m2" />
        )}
      </FigureList>
      {hasDisagreement && <Note>{t("differs")}</Note>}
    </>
  );
}

function StageFigure({ stage }: { stage: StageView }) {
  const t = useTranslations("site.key");
  const dates = useDates();
  const { area, withUnit } = useQuantity();
  const label = t("readyBy", { date: dates.deadline(stage.readyOn) });
  if (stage.areaHa === null) {
    const { value, unit } = withUnit({ value: stage.premisesM2 ?? 0 }, "m2");
    return <FigureCell label={label} value={value} unit={unit} notes={[t("planned")]} provenance={stage.provenance} />;
  }
  const { value, unit, others, swap } = area({ value: stage.areaHa });
  return (
    <FigureCell
      label={label}
      value={value}
      unit={unit}
      swap={swap}
      notes={[others, t("planned")]}
      provenance={stage.provenance}
    />
  );
}
