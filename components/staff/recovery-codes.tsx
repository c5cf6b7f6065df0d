import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import type { Locale } from "@/lib/i18n/locales";

/** New recovery codes, to be written down. */
export function RecoveryCodes({ locale, codes }: { locale: Locale; codes: readonly string[] }) {
  const t = useTranslations("staff.secondFactor");
  return (
    <Panel title={t("codes")}>
      <p>{t("codesText")}</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <FormFrame locale={locale} action="second-factor-put-away" back="/admin/account/second-factor">
        <button type="submit" className="btn btn-primary">
          {t("codesDone")}
        </button>
      </FormFrame>
    </Panel>
  );
}
