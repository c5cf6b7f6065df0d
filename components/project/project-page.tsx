import { useTranslations } from "next-intl";
import { Cover } from "@/components/media/cover";
import { MediaBlocks } from "@/components/media/media-blocks";
import { OrganisationName } from "@/components/organisation/organisation-name";
import { ProjectStage } from "@/components/project/project-stage";
import { ContactCard } from "@/components/site/contact-card";
import { SiteLink } from "@/components/site/site-link";
import { FigureList, UnitFigure } from "@/components/source/figure";
import { MoneyFigure } from "@/components/source/money-figure";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { HuedHead } from "@/components/ui/hued-head";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RecordMedia } from "@/lib/media/types";
import type { ProjectView } from "@/lib/project/types";
import type { ContactView } from "@/lib/region/types";
import { keyOfSector } from "@/lib/sector/rules";

/**
 * One project: who, where, how far, for how much, as it was announced.
 *
 * @param agency  of the region: no project names a contact of its own
 */
export function ProjectPage({
  project,
  media,
  crumbs,
  agency,
}: {
  project: ProjectView;
  media: RecordMedia;
  crumbs: Crumb[];
  agency: ContactView | null;
}) {
  const t = useTranslations("project.detail");
  const sector = useTranslations("common.sector");
  const locale = usePageLocale();
  return (
    <>
      <HuedHead
        region={project.region.slug}
        crumbs={crumbs}
        title={<Words value={project.name} />}
        facts={[
          {
            key: "region",
            content: (
              <a href={paths.region(locale, project.region.slug)}>
                <Words value={project.region.name} />
              </a>
            ),
          },
          ...project.sectors.map((key) => ({
            key,
            content: <a href={paths.sector(locale, keyOfSector(key))}>{sector(key)}</a>,
          })),
          { key: "stage", content: <ProjectStage stage={project.stage} /> },
        ]}
      >
        <SourceChip provenance={project.provenance} />
      </HuedHead>
      <div className="wrap two">
        <div>
          <Cover picture={media.cover} />
          <Block id="figures" title={t("figures")}>
            <FigureList>
              <MoneyFigure
                label={t("investment")}
                figure={project.investment?.figure ?? null}
                currency={project.investment?.currency}
              />
              <UnitFigure label={t("jobs")} figure={project.jobs} unit="jobs" />
            </FigureList>
          </Block>
          <Block id="about" title={t("about")}>
            {project.summary ? (
              <p className="prose">
                <Words value={project.summary} />
              </p>
            ) : (
              <p className="unk">{t("none")}</p>
            )}
          </Block>
          <Block id="output" title={t("output")}>
            {project.output ? (
              <p className="prose">
                <Words value={project.output} />
              </p>
            ) : (
              <p className="unk">{t("noOutput")}</p>
            )}
          </Block>
          <MediaBlocks media={media} />
          <Block id="investor" title={t("investor")}>
            <Investor investor={project.investor} />
          </Block>
          <Block id="site" title={t("site")}>
            {project.site ? (
              <div className="lks">
                <SiteLink site={project.site} />
              </div>
            ) : (
              <p className="unk">{t("noSite")}</p>
            )}
          </Block>
        </div>
        <aside className="side">
          <ContactCard contact={agency && { ...agency, isFallback: true }} />
        </aside>
      </div>
    </>
  );
}

/** By consent: the name, or only what kind of company it is, or that there is one. */
function Investor({ investor }: { investor: ProjectView["investor"] }) {
  const t = useTranslations("project.detail");
  if (!investor) return <p className="unk">{t("noInvestor")}</p>;
  return (
    <>
      <p>
        <b>
          <OrganisationName organisation={investor} />
        </b>
      </p>
      {investor.shown === "named" && investor.profile && (
        <p className="prose">
          <Words value={investor.profile} />
        </p>
      )}
    </>
  );
}
