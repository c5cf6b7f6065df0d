import { useTranslations } from "next-intl";
import { SourceLink } from "@/components/source/source-line";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegionView } from "@/lib/region/types";

/** Projects of foreign and home investors as published; money as announced, in its own currency. */
export function RegionProjects({ region }: { region: RegionView }) {
  const t = useTranslations("region.projects");
  const locale = usePageLocale();
  const { money, number } = useQuantity();
  if (region.projects.length === 0) return null;
  return (
    <Section
      id="projects"
      title={t("title")}
      intro={t("intro")}
      more={{ href: paths.projects(locale), label: t("more") }}
    >
      <DataTable
        caption={t("title")}
        columns={[t("name"), t("stage"), t("investment"), t("jobs"), t("site"), t("source")]}
        rows={region.projects.map((project) => ({
          key: project.slug,
          head: (
            <a href={paths.project(locale, project.slug)}>
              <Words value={project.name} />
            </a>
          ),
          cells: [
            t(`stages.${project.stage}`),
            project.investmentRub ? money(project.investmentRub.value, "rub") : <Unknown key="investment" />,
            project.jobs ? number(project.jobs.value) : <Unknown key="jobs" />,
            project.site ? (
              <a key="site" href={paths.site(locale, region.slug, project.site.slug)}>
                <Words value={project.site.name} />
              </a>
            ) : (
              <Unknown key="site" what="notStated" />
            ),
            <SourceLink key="source" provenance={project.provenance} href={paths.project(locale, project.slug)} />,
          ],
        }))}
      />
    </Section>
  );
}
