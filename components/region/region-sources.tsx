import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SourcePanel } from "@/components/source/source-panel";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { contactId, indicatorId, paths, regionId, strengthId } from "@/lib/core/paths";
import type { RegionView } from "@/lib/region/types";
import type { Provenance } from "@/lib/source/types";

/**
 * Where a region's figures and reasons come from, each with all its sources standing open.
 *
 * @param children  the list of its sources
 */
export function RegionSources({ region, children }: { region: RegionView; children: ReactNode }) {
  const t = useTranslations("region.sources");
  const indicators = useTranslations("region.indicators");
  const parts = useTranslations("region.parts");
  const locale = usePageLocale();
  const { long } = useDates();
  const { withUnit, inline, caveat } = useQuantity();
  return (
    <>
      <PageHead title={t("title", { region: region.name.text })} intro={t("intro")} />
      <Section id="about" title={t("about")} more={{ href: paths.region(locale, region.slug), label: t("toRegion") }}>
        <ul className="backed">
          <Backed id={regionId} title={<Words value={region.fullName} />} provenance={region.provenance} />
          {region.agency && (
            <Backed id={contactId} title={<Words value={region.agency.name} />} provenance={region.agency.provenance} />
          )}
        </ul>
      </Section>
      {region.indicators.length > 0 && (
        <Section
          id="indicators"
          title={indicators("title")}
          more={{ href: `${paths.region(locale, region.slug)}#indicators`, label: t("toRegion") }}
        >
          <ul className="backed">
            {region.indicators.map(({ key, label, figure, unit, period }) => (
              <Backed key={key} id={indicatorId(key)} title={<Words value={label} />} provenance={figure.provenance}>
                <b>{inline(withUnit(figure, unit))}</b> <small>{caveat(figure.qualifier)}</small> {long(period)}
              </Backed>
            ))}
          </ul>
        </Section>
      )}
      {region.strengths.length > 0 && (
        <Section
          id="strengths"
          title={parts("strengths")}
          more={{ href: `${paths.region(locale, region.slug)}#strengths`, label: t("toRegion") }}
        >
          <ul className="backed">
            {region.strengths.map(({ title, provenance }, index) => (
              <Backed
                key={title.text}
                id={strengthId(index + 1)}
                title={<Words value={title} />}
                provenance={provenance}
              />
            ))}
          </ul>
        </Section>
      )}
      <Section
        id="list"
        title={t("list")}
        intro={t("listIntro")}
        more={{ href: paths.sources(locale), label: t("all") }}
      >
        {children}
      </Section>
    </>
  );
}

function Backed({
  id,
  title,
  provenance,
  children,
}: {
  id: string;
  title: ReactNode;
  provenance: Provenance;
  children?: ReactNode;
}) {
  return (
    <li id={id}>
      <div>
        <h3>{title}</h3>
        {children && <p>{children}</p>}
      </div>
      <SourcePanel provenance={provenance} isOpen />
    </li>
  );
}
