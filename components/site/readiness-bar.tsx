import { useTranslations } from "next-intl";
import type { ReadinessScale } from "@/components/site/readiness-scale";
import type { StageView } from "@/lib/site/types";

const barHeight = 14;
/** With more years than this only every second one is named. */
const maxNamedYears = 9;

/** Years across the top, and where today is. The words of the rows say the same, so screen readers skip the drawing. */
export function ReadinessAxis({ scale, today }: { scale: ReadinessScale; today: string }) {
  const t = useTranslations("site.readiness");
  const at = scale.percentOf(today);
  const step = scale.years.length > maxNamedYears ? 2 : 1;
  return (
    <svg className="rdy-axis" width="100%" height="44" aria-hidden="true">
      <defs>
        <pattern id="rdy-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="rdy-hatch-a" width="8" height="8" />
          <rect className="rdy-hatch-b" width="4" height="8" />
        </pattern>
      </defs>
      {scale.years
        .filter((_, index) => index % step === 0)
        .map((year) => (
          <text key={year} x={`${scale.percentOf(`${year}-01-01`)}%`} y="13">
            {year}
          </text>
        ))}
      <text className="rdy-now" x={`${at}%`} y="38" textAnchor={at > 85 ? "end" : at < 15 ? "start" : "middle"}>
        {t("today")}
      </text>
    </svg>
  );
}

/** From the day on which the stage is ready to the end of the scale: solid when reported, hatched while planned. */
export function ReadinessBar({ stage, scale, today }: { stage: StageView; scale: ReadinessScale; today: string }) {
  const from = scale.percentOf(stage.readyOn.from);
  const to = scale.percentOf(stage.readyOn.to);
  const at = scale.percentOf(today);
  const begins = stage.isOverdue ? at : to;
  return (
    <svg className="rdy-bar" width="100%" height={barHeight} aria-hidden="true">
      <rect className="rdy-track" width="100%" height={barHeight} />
      {scale.years.map((year) => (
        <rect key={year} className="rdy-tick" x={`${scale.percentOf(`${year}-01-01`)}%`} width="1" height={barHeight} />
      ))}
      {stage.status === "done" && (
        <rect className="rdy-maybe" x={`${from}%`} width={`${to - from}%`} height={barHeight} />
      )}
      {stage.isOverdue && <rect className="rdy-late" x={`${to}%`} width={`${at - to}%`} height={barHeight} />}
      <rect
        className={stage.status === "done" ? "rdy-done" : undefined}
        fill={stage.status === "done" ? undefined : "url(#rdy-hatch)"}
        x={`${begins}%`}
        width={`${100 - begins}%`}
        height={barHeight}
      />
      <rect className="rdy-today" x={`${at}%`} width="2" height={barHeight} />
    </svg>
  );
}
