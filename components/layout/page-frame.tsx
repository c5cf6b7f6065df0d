import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import type { NavKey } from "@/components/layout/site-nav";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import type { Locale } from "@/lib/i18n/locales";
import type { RegionRef } from "@/lib/region/types";

/**
 * What stands around every public page.
 *
 * @param pathIn   address of this very page in another language
 * @param regions  for the footer; empty where there is no database to ask
 * @param region   slug; gives the page its region's hue
 * @param crumbs   for pages without a coloured head, which carries its own
 */
export function PageFrame({
  pathIn,
  nav,
  regions,
  region,
  crumbs,
  children,
}: {
  pathIn: (locale: Locale) => string;
  nav?: NavKey;
  regions: RegionRef[];
  region?: string;
  crumbs?: Crumb[];
  children: ReactNode;
}) {
  const t = useTranslations("layout");
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <SiteHeader pathIn={pathIn} current={nav} />
      <main id="main" data-region={region}>
        {crumbs && (
          <div className="wrap">
            <Breadcrumbs crumbs={crumbs} />
          </div>
        )}
        {children}
      </main>
      <SiteFooter regions={regions} />
      <script type="module" src="/islands/portal.js" data-island="" />
    </>
  );
}
