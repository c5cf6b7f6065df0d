import { useTranslations } from "next-intl";
import { PortalLinks, SectionLinks } from "@/components/layout/page-list";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegionRef } from "@/lib/region/types";
import type { SiteRef } from "@/lib/site/types";
import type { Words as WordsOfRecord } from "@/lib/translation/types";

type VisitLink = { slug: string; region: RegionRef; name: WordsOfRecord };
type Link = { href: string; name: WordsOfRecord };

/** Every section, and every region with its sites and visits. */
export function SiteMap({ regions, sites, visits }: { regions: RegionRef[]; sites: SiteRef[]; visits: VisitLink[] }) {
  const t = useTranslations("about.siteMap");
  const locale = usePageLocale();
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} />
      <Section id="sections" title={t("sections")}>
        <ul className="map-links">
          <SectionLinks />
        </ul>
        <h3 className="sub-h">{t("portal")}</h3>
        <ul className="map-links">
          <PortalLinks />
        </ul>
      </Section>
      {regions.map(({ slug, name }) => (
        <Section
          key={slug}
          id={slug}
          title={
            <a href={paths.region(locale, slug)}>
              <Words value={name} />
            </a>
          }
        >
          <Links
            title={t("sites")}
            links={sites
              .filter(({ region }) => region.slug === slug)
              .map((site) => ({ href: paths.site(locale, slug, site.slug), name: site.name }))}
          />
          <Links
            title={t("visits")}
            links={visits
              .filter(({ region }) => region.slug === slug)
              .map((visit) => ({ href: paths.visit(locale, slug, visit.slug), name: visit.name }))}
          />
        </Section>
      ))}
    </>
  );
}

function Links({ title, links }: { title: string; links: Link[] }) {
  if (links.length === 0) return null;
  return (
    <div className="map-part">
      <h3>{title}</h3>
      <ul className="map-links">
        {links.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>
              <Words value={name} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
