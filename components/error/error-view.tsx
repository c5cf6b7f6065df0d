import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { type ErrorPageName, failureIdMark } from "@/lib/core/gate/error-pages";
import { unsentMarks } from "@/lib/core/gate/unsent";
import { paths } from "@/lib/core/paths";

/** What went wrong in plain words, and the ways on. */
export function ErrorView({ name }: { name: ErrorPageName }) {
  const t = useTranslations("error");
  const locale = usePageLocale();
  return (
    <div className="wrap error-view">
      <p className="error-code">{name === "unsent" ? 503 : name}</p>
      <h1>{t(`${name}.title`)}</h1>
      <p>{t(`${name}.text`)}</p>
      {name === 500 && <p className="muted">{t("500.id", { id: failureIdMark })}</p>}
      {name === "unsent" ? (
        <Unsent />
      ) : (
        <p className="btns">
          <ButtonLink href={paths.home(locale)} isPrimary>
            {t("toHome")}
          </ButtonLink>
          <ButtonLink href={paths.sites(locale)}>{t("toSites")}</ButtonLink>
        </p>
      )}
    </div>
  );
}

/** The gate puts what was typed where the marks stand. */
function Unsent() {
  const t = useTranslations("error");
  return (
    <>
      <form method="post" action={unsentMarks.action}>
        {unsentMarks.fields}
        <p className="btns">
          <button className="btn btn-primary" type="submit">
            {t("unsent.again")}
          </button>
        </p>
      </form>
      <details>
        <summary>{t("unsent.typed")}</summary>
        <ul className="error-typed">{unsentMarks.texts}</ul>
      </details>
    </>
  );
}
