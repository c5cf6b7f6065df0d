import { useTranslations } from "next-intl";
import { Panel } from "@/components/admin/panel";
import { PasswordForm } from "@/components/staff/password-form";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";

/** A second factor as it stands: new recovery codes, and its end; whose role demands it sets it up again at once. */
export function SecondFactorOn({
  locale,
  tried,
  isObligatory,
}: {
  locale: Locale;
  tried: Tried | null;
  isObligatory: boolean;
}) {
  const t = useTranslations("staff.secondFactor");
  const back = "/admin/account/second-factor";
  return (
    <>
      <Panel title={t("renew")}>
        <p>{t("renewText")}</p>
        <PasswordForm
          locale={locale}
          action="second-factor-codes"
          back={back}
          submit={t("renewSubmit")}
          tried={tried}
        />
      </Panel>
      <Panel title={t(isObligatory ? "move" : "off")}>
        <p>{t(isObligatory ? "moveText" : "offText")}</p>
        <PasswordForm
          locale={locale}
          action="second-factor-end"
          back={back}
          submit={t(isObligatory ? "moveSubmit" : "offSubmit")}
          tried={tried}
        />
      </Panel>
    </>
  );
}
