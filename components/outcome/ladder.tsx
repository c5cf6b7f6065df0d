import { useTranslations } from "next-intl";
import { type OutcomeStage, outcomeStages } from "@/lib/outcome/types";

/** How far up: a small staircase with its word always beside it. */
export function Ladder({ stage, count }: { stage: OutcomeStage; count?: number }) {
  const t = useTranslations("outcome");
  const word = t(`stage.${stage}`);
  return (
    <span className="lad" data-s={stage}>
      <i aria-hidden="true">
        <b />
        <b />
        <b />
        <b />
        <b />
      </i>
      {count === undefined ? word : t("stageCount", { stage: word, count })}
    </span>
  );
}

/** All rungs in order, and the two ways of being closed. */
export function LadderLegend() {
  const t = useTranslations("outcome.ladder");
  return (
    <ul className="ladkey" aria-label={t("label")}>
      {outcomeStages.map((stage) => (
        <li key={stage}>
          <Ladder stage={stage} />
        </li>
      ))}
    </ul>
  );
}
