import { useTranslations } from "next-intl";
import { RegionMap } from "@/components/map/region-map";
import { KindSign } from "@/components/site/kind-sign";
import { Section } from "@/components/ui/section";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegionRef } from "@/lib/region/types";
import type { SiteRow } from "@/lib/site/types";

/** Everything a delegation can be shown in a region: sites first, host enterprises after them. */
export function RegionSites({ region, sites }: { region: RegionRef; sites: SiteRow[] }) {
  const t = useTranslations("region.sites");
  const locale = usePageLocale();
  if (sites.length === 0) return null;
  const hosts = sites.filter(({ kind }) => kind === "facility");
  const places = sites.filter(({ kind }) => kind !== "facility");
  return (
    <Section id="sites" title={t("title")} more={{ href: paths.regionSites(locale, region.slug), label: t("more") }}>
      <div className="region-sites">
        <div>
          <SiteList sites={places} />
          {hosts.length > 0 && (
            <>
              <h3 className="sub-h">{t("hosts")}</h3>
              <SiteList sites={hosts} />
            </>
          )}
        </div>
        <RegionMap region={region} sites={sites} />
      </div>
    </Section>
  );
}

function SiteList({ sites }: { sites: SiteRow[] }) {
  const t = useTranslations("region.sites");
  const status = useTranslations("site.status");
  const list = useTranslations("common.list");
  const locale = usePageLocale();
  const { area } = useQuantity();
  return (
    <ul className="site-list">
      {sites.map((site) => {
        const size = site.totalAreaHa && area(site.totalAreaHa);
        const isStale = site.totalAreaHa?.provenance.freshness === "stale";
        return (
          <li key={site.slug} className={site.parent ? "is-part" : undefined}>
            <KindSign kind={site.kind} country={site.country} />
            <span>
              <a href={paths.site(locale, site.region.slug, site.slug)}>
                <Words value={site.name} />
              </a>
              <small>
                {site.municipality && (
                  <>
                    <Words value={site.municipality} />
                    {list("dot")}
                  </>
                )}
                {status(site.status)}
                {site.parent && (
                  <>
                    {list("dot")}
                    {t("partOf")} <Words value={site.parent.name} hasMark={false} />
                  </>
                )}
              </small>
            </span>
            {site.kind !== "facility" && (
              <span className={isStale ? "site-list-area is-stale" : "site-list-area"}>
                {size ? <b className="n">{`${size.value} ${size.unit}`}</b> : <Unknown />}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
