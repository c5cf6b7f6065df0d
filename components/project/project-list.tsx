import { useTranslations } from "next-intl";
import { ProjectTable } from "@/components/project/project-table";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Words } from "@/components/ui/words";
import type { ProjectView } from "@/lib/project/types";
import type { RegionRef } from "@/lib/region/types";

/** All projects, a section for each region that has any. */
export function ProjectList({ projects, regions }: { projects: ProjectView[]; regions: RegionRef[] }) {
  const t = useTranslations("project");
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} />
      {regions.map(({ slug, name }) => {
        const here = projects.filter(({ region }) => region.slug === slug);
        return (
          here.length > 0 && (
            <Section key={slug} id={slug} title={<Words value={name} />}>
              <ProjectTable caption={name.text} projects={here} />
            </Section>
          )
        );
      })}
    </>
  );
}
