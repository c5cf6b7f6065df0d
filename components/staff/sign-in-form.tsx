import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Said } from "@/components/admin/said";
import type { Locale } from "@/lib/i18n/locales";

/** E-mail address and password. */
export function SignInForm({
  locale,
  next,
  said,
  refused,
}: {
  locale: Locale;
  /** page that was asked for, behind the locale */
  next: string;
  said?: string | undefined;
  refused?: string | undefined;
}) {
  const t = useTranslations("staff");
  return (
    <>
      <Said said={said} refused={refused} />
      <div className="pan entry-pan">
        <FormFrame locale={locale} action="sign-in" back="/admin/sign-in">
          <input type="hidden" name="next" value={next} />
          <TextInput name="email" label={t("email")} type="email" autoComplete="username" required />
          <TextInput name="password" label={t("password")} type="password" autoComplete="current-password" required />
          <button type="submit" className="btn btn-primary">
            {t("signIn.submit")}
          </button>
        </FormFrame>
        <p>
          <a href={`/${locale}/admin/reset`}>{t("signIn.forgot")}</a>
        </p>
      </div>
      <p className="muted small">{t("signIn.byInvitation")}</p>
    </>
  );
}
