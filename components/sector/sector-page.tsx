import { useTranslations } from "next-intl";
import { OutcomeList } from "@/components/outcome/outcome-list";
import { ProjectTable } from "@/components/project/project-table";
import { SiteLinks } from "@/components/site/site-links";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SubNav } from "@/components/ui/sub-nav";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { OutcomeView } from "@/lib/outcome/types";
import type { ProjectView } from "@/lib/project/types";
import type { RegionRef, Sector } from "@/lib/region/types";
import type { SiteRef } from "@/lib/site/types";

/** Everything of one sector over all regions. */
export function SectorPage({
  sector,
  regions,
  sites,
  projects,
  outcomes,
}: {
  sector: Sector;
  regions: RegionRef[];
  sites: SiteRef[];
  projects: ProjectView[];
  outcomes: OutcomeView[];
}) {
  const t = useTranslations("sector.detail");
  const name = useTranslations("common.sector");
  return (
    <>
      <PageHead title={name(sector)} intro={t("intro")} />
      <SubNav
        entries={[
          { id: "regions", label: t("regions"), count: regions.length || undefined },
          { id: "sites", label: t("sites"), count: sites.length || undefined },
          { id: "projects", label: t("projects"), count: projects.length || undefined },
          { id: "outcomes", label: t("outcomes"), count: outcomes.length || undefined },
        ]}
      />
      <Section id="regions" title={t("regions")}>
        {regions.length > 0 ? <RegionTags regions={regions} /> : <p className="unk">{t("noRegions")}</p>}
      </Section>
      <Section id="sites" title={t("sites")}>
        {sites.length > 0 ? <SiteLinks sites={sites} /> : <p className="unk">{t("noSites")}</p>}
      </Section>
      <Section id="projects" title={t("projects")}>
        {projects.length > 0 ? (
          <ProjectTable caption={t("projects")} projects={projects} />
        ) : (
          <p className="unk">{t("noProjects")}</p>
        )}
      </Section>
      <Section id="outcomes" title={t("outcomes")}>
        {outcomes.length > 0 ? <OutcomeList outcomes={outcomes} /> : <p className="unk">{t("noOutcomes")}</p>}
      </Section>
    </>
  );
}

function RegionTags({ regions }: { regions: RegionRef[] }) {
  const locale = usePageLocale();
  return (
    <ul className="region-links">
      {regions.map(({ slug, name }) => (
        <li key={slug}>
          <a className="rt" data-region={slug} href={paths.region(locale, slug)}>
            <Words value={name} />
          </a>
        </li>
      ))}
    </ul>
  );
}
