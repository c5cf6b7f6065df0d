import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Said } from "@/components/admin/said";
import type { Locale } from "@/lib/i18n/locales";

/** The code that is owed after the password. */
export function CodeForm({ locale, next, refused }: { locale: Locale; next: string; refused?: string | undefined }) {
  const t = useTranslations("staff.code");
  const words = useTranslations("staff");
  return (
    <>
      <Said refused={refused} />
      <div className="pan entry-pan">
        <p>{t("text")}</p>
        <FormFrame locale={locale} action="sign-in-code" back="/admin/sign-in/code">
          <input type="hidden" name="next" value={next} />
          <TextInput name="code" label={t("label")} help={t("help")} autoComplete="one-time-code" max={40} required />
          <button type="submit" className="btn btn-primary">
            {words("continue")}
          </button>
        </FormFrame>
        <p>
          <a href={`/${locale}/admin/sign-in`}>{t("back")}</a>
        </p>
      </div>
    </>
  );
}
