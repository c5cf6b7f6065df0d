import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { type ErrorCode, failureIdMark } from "@/lib/core/gate/error-pages";
import { paths } from "@/lib/core/paths";

/** What went wrong in plain words, and the ways on. */
export function ErrorView({ code }: { code: ErrorCode }) {
  const t = useTranslations("error");
  const locale = usePageLocale();
  return (
    <div className="wrap error-view">
      <p className="error-code">{code}</p>
      <h1>{t(`${code}.title`)}</h1>
      <p>{t(`${code}.text`)}</p>
      {code === 500 && <p className="muted">{t("500.id", { id: failureIdMark })}</p>}
      <p className="btns">
        <ButtonLink href={paths.home(locale)} isPrimary>
          {t("toHome")}
        </ButtonLink>
        <ButtonLink href={paths.sites(locale)}>{t("toSites")}</ButtonLink>
      </p>
    </div>
  );
}
