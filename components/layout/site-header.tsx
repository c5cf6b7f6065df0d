import { useTranslations } from "next-intl";
import { Logo } from "@/components/layout/logo";
import { type NavKey, NavLinks } from "@/components/layout/site-nav";
import { Icon } from "@/components/ui/icon";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { htmlLang, type Locale, locales } from "@/lib/i18n/locales";

/** The language switch leads to the same page; on phones the menu opens without a script. */
export function SiteHeader({ pathIn, current }: { pathIn: (locale: Locale) => string; current?: NavKey }) {
  const t = useTranslations("layout");
  const unit = useTranslations("common.unit");
  const locale = usePageLocale();
  return (
    <header className="site-header">
      <div className="wrap site-header-in">
        <a className="mark" href={paths.home(locale)}>
          <Logo />
          <span>
            {t("name")}
            <small>{t("tagline")}</small>
          </span>
        </a>
        <nav className="site-nav" aria-label={t("nav.label")}>
          <NavLinks current={current} />
        </nav>
        <div className="site-tools">
          <portal-tools
            data-theme={t("tools.theme")}
            data-units={t("tools.units")}
            data-word-ha={unit("ha")}
            data-word-mu={unit("mu")}
            data-word-m2={unit("m2")}
          />
          <nav className="langs" aria-label={t("languages.label")}>
            {locales.map((other) => (
              <a
                key={other}
                href={pathIn(other)}
                lang={htmlLang[other]}
                hrefLang={htmlLang[other]}
                aria-current={other === locale ? "true" : undefined}
              >
                {t(`languages.${other}`)}
              </a>
            ))}
          </nav>
          <details className="menu">
            <summary>
              <Icon name="menu" />
              <span className="vh">{t("nav.open")}</span>
            </summary>
            <nav className="menu-card" aria-label={t("nav.label")}>
              <NavLinks current={current} />
            </nav>
          </details>
        </div>
      </div>
    </header>
  );
}
