import { useTranslations } from "next-intl";
import { projectStages, type ProjectStage as Stage } from "@/lib/project/types";

/** How far a project is: its word, with four steps beside it. */
export function ProjectStage({ stage }: { stage: Stage }) {
  const t = useTranslations("region.projects.stages");
  return (
    <span className="stage" data-s={projectStages.indexOf(stage) + 1}>
      <i aria-hidden="true">
        <b />
        <b />
        <b />
        <b />
      </i>
      {t(stage)}
    </span>
  );
}
