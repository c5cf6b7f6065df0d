import { useTranslations } from "next-intl";
import { Ladder } from "@/components/outcome/ladder";
import { Section } from "@/components/ui/section";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { type AfterStep, afterSteps, longAfter } from "@/components/visit/after-steps";
import { DialogueLinks } from "@/components/visit/dialogue-links";
import { paths } from "@/lib/core/paths";
import { outcomeStages } from "@/lib/outcome/types";
import type { VisitView } from "@/lib/visit/types";

/**
 * What came of a visit after 30, 90, 180 and 365 days and since, as far as the data tells: promises that moved, visits
 * that followed, forums that were agreed on.
 *
 * @param today  ISO day
 */
export function AfterVisit({ visit, today }: { visit: VisitView; today: string }) {
  const t = useTranslations("visit.after");
  const dates = useDates();
  const steps = afterSteps(visit, today);
  const later = longAfter(visit);
  const stages = outcomeStages.filter((stage) => (visit.tally.byStage[stage] ?? 0) > 0);
  return (
    <Section id="after" title={t("title")} intro={t("intro")}>
      {visit.dates ? (
        <ol className="after">
          <li data-state="done">
            <b>{dates.long(visit.dates)}</b>
            <span>{t("visit")}</span>
            {stages.map((stage) => (
              <Ladder key={stage} stage={stage} count={visit.tally.byStage[stage]} />
            ))}
          </li>
          {steps.map((step) => (
            <Step key={step.days} step={step} isExact={visit.dates?.precision === "day"} />
          ))}
          {later && (
            <li data-state="done">
              <b>{t("since")}</b>
              <Followed followed={later} />
            </li>
          )}
        </ol>
      ) : (
        <p className="unk">{t("noDate")}</p>
      )}
      <DialogueLinks visit={visit} />
    </Section>
  );
}

/** @param isExact  false where the visit's own day is not known: its checks are dated by the month */
function Step({ step, isExact }: { step: AfterStep; isExact: boolean }) {
  const t = useTranslations("visit.after");
  const dates = useDates();
  const date = dates.long({ from: step.on, to: step.on, precision: isExact ? "day" : "month" });
  const isQuiet = step.moved.length + step.visits.length + step.events.length === 0;
  return (
    <li data-state={step.state}>
      <b>{t("day", { days: step.days })}</b>
      {step.state === "done" && isQuiet && <span className="muted">{t("none")}</span>}
      <Followed followed={step} />
      {step.state !== "done" && <span>{t(step.state, { date })}</span>}
    </li>
  );
}

function Followed({
  followed: { moved, visits, events },
}: {
  followed: Pick<AfterStep, "moved" | "visits" | "events">;
}) {
  const t = useTranslations("visit.after");
  const dialogue = useTranslations("visit.dialogue");
  const locale = usePageLocale();
  const dates = useDates();
  return (
    <>
      {moved.map((outcome) => (
        <span key={outcome.slug}>
          <Ladder stage={outcome.stage} /> <Words value={outcome.name} />
        </span>
      ))}
      {visits.map(({ visit, tie }) => (
        <span key={visit.slug}>
          {dialogue(tie)} {visit.dates && dates.long(visit.dates)}
          <br />
          <a href={paths.visit(locale, visit.region.slug, visit.slug)}>
            <Words value={visit.name} />
          </a>
        </span>
      ))}
      {events.map((event) => (
        <span key={event.slug}>
          {t("event")} {event.dates && dates.long(event.dates)}
          <br />
          <a href={paths.event(locale, event.slug)}>
            <Words value={event.name} />
          </a>
        </span>
      ))}
    </>
  );
}
