import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/layout/logo";
import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/core/paths";
import { htmlLang, type Locale, locales } from "@/lib/i18n/locales";

/** The bar above every page of the staff area. The language switch leads to the same page. */
export function TopBar({ locale, path, children }: { locale: Locale; path: string; children?: ReactNode }) {
  const t = useTranslations("admin");
  const layout = useTranslations("layout");
  return (
    <>
      <a className="skip" href="#main">
        {layout("skip")}
      </a>
      <header className="adm-top">
        <a className="mark" href={`/${locale}/admin`}>
          <Logo />
          <span>{layout("name")}</span>
        </a>
        <a className="adm-site" href={paths.home(locale)}>
          <Icon name="external" />
          {t("toSite")}
        </a>
        <nav className="langs" aria-label={layout("languages.label")}>
          {locales.map((other) => (
            <a
              key={other}
              href={`/${other}${path}`}
              lang={htmlLang[other]}
              hrefLang={htmlLang[other]}
              aria-current={other === locale ? "true" : undefined}
            >
              {layout(`languages.${other}`)}
            </a>
          ))}
        </nav>
        {children}
      </header>
    </>
  );
}
