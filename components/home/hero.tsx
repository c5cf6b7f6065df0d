import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";

/** What the portal is, and the two ways in that most readers take. */
export function HomeHero({ regionCount, siteCount }: { regionCount: number; siteCount: number }) {
  const t = useTranslations("home.hero");
  const locale = usePageLocale();
  return (
    <header className="hero">
      <div className="wrap hero-in">
        <div>
          <h1>{t("title", { count: regionCount })}</h1>
          <p className="hero-lede">{t("lede")}</p>
        </div>
        <p className="btns hero-ways">
          <ButtonLink href={paths.sites(locale)} isPrimary>
            {t("toSites", { count: siteCount })}
          </ButtonLink>
          <ButtonLink href="#visits">{t("toVisits")}</ButtonLink>
        </p>
      </div>
    </header>
  );
}
