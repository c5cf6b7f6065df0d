import { useTranslations } from "next-intl";
import { ReadinessAxis, ReadinessBar } from "@/components/site/readiness-bar";
import { readinessScale } from "@/components/site/readiness-scale";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/ui/use-dates";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { daysBetween } from "@/lib/i18n/format";
import type { StageView } from "@/lib/site/types";

/** A deadline this near is pointed out. */
const soonDays = 180;

/**
 * What exists when: each stage in words, with a bar on a common scale that begins where the stage is ready.
 *
 * @param today  ISO day
 */
export function Readiness({ stages, today }: { stages: StageView[]; today: string }) {
  const t = useTranslations("site.readiness");
  if (stages.length === 0) {
    return (
      <Block id="readiness" title={t("title")}>
        <p className="unk">{t("unknown")}</p>
      </Block>
    );
  }
  const scale = readinessScale(stages, today);
  const soon = stages.find(
    ({ status, isOverdue, readyOn }) => status !== "done" && !isOverdue && daysBetween(today, readyOn.to) <= soonDays,
  );
  return (
    <Block id="readiness" title={t("title")} intro={t("intro")}>
      <div className="rdy">
        <ReadinessAxis scale={scale} today={today} />
        <ol>
          {stages.map((stage) => (
            <li key={`${stage.readyOn.to}${stage.what.text}`} className="rdy-row">
              <Stage stage={stage} />
              <ReadinessBar stage={stage} scale={scale} today={today} />
            </li>
          ))}
        </ol>
      </div>
      {soon && <SoonNote stage={soon} today={today} />}
    </Block>
  );
}

function Stage({ stage }: { stage: StageView }) {
  const t = useTranslations("site.readiness");
  const dates = useDates();
  const { area, withUnit, inline } = useQuantity();
  const land = stage.areaHa === null ? null : area({ value: stage.areaHa });
  const floor = stage.premisesM2 === null ? null : withUnit({ value: stage.premisesM2 }, "m2");
  return (
    <div>
      <p className="rdy-when">
        <b>{stage.status === "done" ? dates.long(stage.readyOn) : dates.deadline(stage.readyOn)}</b>
        <span className={stage.isOverdue ? "due-late" : "muted"}>{t(stage.isOverdue ? "overdue" : stage.status)}</span>
      </p>
      <p>
        <Words value={stage.what} />
      </p>
      {land && (
        <p className="xs muted">
          {inline(land)} · {land.others}
        </p>
      )}
      {floor && <p className="xs muted">{inline(floor)}</p>}
      <SourceChip provenance={stage.provenance} />
    </div>
  );
}

function SoonNote({ stage, today }: { stage: StageView; today: string }) {
  const t = useTranslations("site.readiness");
  const dates = useDates();
  return (
    <Note kind="warn">
      {t.rich("soon", {
        date: dates.deadline(stage.readyOn),
        days: daysBetween(today, stage.readyOn.to),
        what: () => <Words value={stage.what} />,
        b: (chunks) => <b>{chunks}</b>,
      })}
    </Note>
  );
}
