import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { QrCode } from "@/components/ui/qr-code";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import { inGroups } from "@/lib/staff/second-factor/rules";

/** The secret for the app, and the field for its first code. */
export function SecondFactorConfirm({
  locale,
  setup,
  tried,
}: {
  locale: Locale;
  setup: { secret: string; address: string };
  tried: Tried | null;
}) {
  const t = useTranslations("staff.secondFactor");
  const code = useTranslations("staff.code");
  const { error } = useTried(tried);
  return (
    <>
      <Panel title={t("scan")}>
        <p>{t("scanText")}</p>
        <div className="setup">
          <QrCode text={setup.address} label={t("qr")} />
          <dl>
            <dt>{t("key")}</dt>
            <dd>
              <code className="key">{inGroups(setup.secret)}</code>
            </dd>
          </dl>
        </div>
      </Panel>
      <Panel title={t("confirm")}>
        <p>{t("confirmText")}</p>
        <FormFrame locale={locale} action="second-factor-confirm" back="/admin/account/second-factor">
          <TextInput
            name="code"
            label={code("label")}
            inputMode="numeric"
            autoComplete="one-time-code"
            error={error("code")}
            max={12}
            required
          />
          <button type="submit" className="btn btn-primary">
            {t("confirmSubmit")}
          </button>
        </FormFrame>
      </Panel>
    </>
  );
}
