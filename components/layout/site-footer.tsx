import { useTranslations } from "next-intl";
import { Logo } from "@/components/layout/logo";
import { PortalLinks, SectionLinks } from "@/components/layout/page-list";
import { FreshnessDot } from "@/components/source/freshness-dot";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegionRef } from "@/lib/region/types";

/** Error pages have no database, so the regions may be missing. */
export function SiteFooter({ regions }: { regions: RegionRef[] }) {
  const t = useTranslations("layout");
  const locale = usePageLocale();
  return (
    <footer className="site-footer">
      <div className="wrap site-footer-in">
        <div>
          <a className="mark" href={paths.home(locale)}>
            <Logo />
            {t("name")}
          </a>
          <p className="foot-text">
            {t("footer.text")} {t("footer.licence")}
          </p>
        </div>
        {regions.length > 0 && (
          <nav className="foot-nav" aria-labelledby="foot-regions">
            <h2 id="foot-regions">{t("footer.regions")}</h2>
            <ul>
              {regions.map((region) => (
                <li key={region.slug}>
                  <a href={paths.region(locale, region.slug)}>
                    <Words value={region.name} />
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <nav className="foot-nav" aria-labelledby="foot-pages">
          <h2 id="foot-pages">{t("footer.sections")}</h2>
          <ul className="foot-two">
            <SectionLinks />
          </ul>
        </nav>
        <nav className="foot-nav" aria-labelledby="foot-portal">
          <h2 id="foot-portal">{t("footer.portal")}</h2>
          <ul>
            <PortalLinks />
          </ul>
        </nav>
        <div className="foot-dots">
          <h2>{t("footer.dots")}</h2>
          <ul>
            {(["fresh", "ageing", "stale"] as const).map((freshness) => (
              <li key={freshness}>
                <FreshnessDot freshness={freshness} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </footer>
  );
}
