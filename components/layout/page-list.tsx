import { useTranslations } from "next-intl";
import { navKeys } from "@/components/layout/site-nav";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";

const sectionKeys = ["support", "regimes", "projects", "sectors", "events", "partners", "crossings"] as const;
const portalKeys = ["about", "accessibility", "personalData", "sources", "siteMap"] as const;

/** Links to all sections: those of the main menu first. */
export function SectionLinks() {
  const t = useTranslations("layout");
  const locale = usePageLocale();
  return (
    <>
      {navKeys.map((key) => (
        <li key={key}>
          <a href={paths[key](locale)}>{t(`nav.${key}`)}</a>
        </li>
      ))}
      {sectionKeys.map((key) => (
        <li key={key}>
          <a href={paths[key](locale)}>{t(`pages.${key}`)}</a>
        </li>
      ))}
    </>
  );
}

/** Links to what the portal says of itself. */
export function PortalLinks() {
  const t = useTranslations("layout.pages");
  const locale = usePageLocale();
  return portalKeys.map((key) => (
    <li key={key}>
      <a href={paths[key](locale)}>{t(key)}</a>
    </li>
  ));
}
