import { useTranslations } from "next-intl";
import { OrganisationName } from "@/components/organisation/organisation-name";
import { ProjectStage } from "@/components/project/project-stage";
import { SourceLink } from "@/components/source/source-line";
import { DataTable } from "@/components/ui/data-table";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { ProjectView } from "@/lib/project/types";

/** Projects side by side; each source leads to the project's page, which has them all. */
export function ProjectTable({ caption, projects }: { caption: string; projects: ProjectView[] }) {
  const t = useTranslations("project.column");
  const locale = usePageLocale();
  const { money, written } = useQuantity();
  return (
    <DataTable
      caption={caption}
      columns={[t("name"), t("stage"), t("investment"), t("jobs"), t("site"), t("source")]}
      rows={projects.map((project) => ({
        key: project.slug,
        head: <ProjectName project={project} />,
        cells: [
          <ProjectStage key="stage" stage={project.stage} />,
          project.investment ? (
            <b key="investment" className="num">
              {money(project.investment.figure.value, project.investment.currency)}
            </b>
          ) : (
            <Unknown key="investment" />
          ),
          project.jobs ? written(project.jobs) : <Unknown key="jobs" />,
          project.site ? (
            <a key="site" href={paths.site(locale, project.site.region.slug, project.site.slug)}>
              <Words value={project.site.name} />
            </a>
          ) : (
            <Unknown key="site" what="notStated" />
          ),
          <SourceLink key="source" provenance={project.provenance} href={paths.project(locale, project.slug)} />,
        ],
      }))}
    />
  );
}

function ProjectName({ project }: { project: ProjectView }) {
  const sector = useTranslations("common.sector");
  const list = useTranslations("common.list");
  const locale = usePageLocale();
  return (
    <>
      <a href={paths.project(locale, project.slug)}>
        <Words value={project.name} />
      </a>
      <small className="row-sub">
        {project.sectors.map((key) => sector(key)).join(list("separator"))}
        {project.investor && (
          <>
            {list("dot")}
            <OrganisationName organisation={project.investor} />
          </>
        )}
      </small>
    </>
  );
}
