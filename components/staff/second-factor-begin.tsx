import { useTranslations } from "next-intl";
import { Panel } from "@/components/admin/panel";
import { PasswordForm } from "@/components/staff/password-form";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";

export function SecondFactorBegin({ locale, tried }: { locale: Locale; tried: Tried | null }) {
  const t = useTranslations("staff.secondFactor");
  return (
    <Panel title={t("begin")}>
      <p>{t("beginText")}</p>
      <PasswordForm
        locale={locale}
        action="second-factor-begin"
        back="/admin/account/second-factor"
        submit={t("beginSubmit")}
        tried={tried}
        isPrimary
      />
    </Panel>
  );
}
