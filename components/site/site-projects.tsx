import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { SiteView } from "@/lib/site/types";

/** Stands only where there is a project to name. */
export function SiteProjects({ projects }: { projects: SiteView["projects"] }) {
  const t = useTranslations("site.projects");
  const locale = usePageLocale();
  if (projects.length === 0) return null;
  return (
    <Block id="projects" title={t("title")}>
      <ul className="rows">
        {projects.map((project) => (
          <li key={project.slug}>
            <b>
              <a href={paths.project(locale, project.slug)}>
                <Words value={project.name} />
              </a>
            </b>{" "}
            <span className="muted small">{t(`stage.${project.stage}`)}</span>
            <div>
              <SourceChip provenance={project.provenance} />
            </div>
          </li>
        ))}
      </ul>
    </Block>
  );
}
