import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/layout/logo";
import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";

/**
 * What stands around every page of a secret link: no menu of the portal, so that nothing draws from the visit.
 *
 * @param kept path of the page that a reader's own phone keeps for him; left out: it keeps none
 */
export function GuestFrame({
  locale,
  region,
  kept,
  children,
}: {
  locale: Locale;
  region?: string;
  kept?: string;
  children: ReactNode;
}) {
  const t = useTranslations("guest");
  const layout = useTranslations("layout");
  return (
    <>
      <a className="skip" href="#main">
        {layout("skip")}
      </a>
      {kept && (
        <p className="g-saved" role="status" hidden data-saved="">
          {t("bar.saved")} <b data-saved-at="">—</b>
        </p>
      )}
      <main id="main" className="g" data-region={region}>
        {children}
      </main>
      <footer className="g-foot">
        <a href={paths.home(locale)}>
          <Logo />
          {t("portal")}
        </a>
        <p>{t("secret")}</p>
      </footer>
      {kept && <guest-page data-kept={kept} />}
      <script type="module" src="/islands/guest.js" data-island="" />
    </>
  );
}
