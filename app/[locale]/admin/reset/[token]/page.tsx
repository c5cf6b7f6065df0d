import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/admin/entry-frame";
import { FormFrame } from "@/components/admin/form-frame";
import { Said } from "@/components/admin/said";
import { NewPasswordFields } from "@/components/staff/new-password-fields";
import { OverNote } from "@/components/staff/over-note";
import { readQuery } from "@/lib/form/query";
import { pageLocale } from "@/lib/i18n/page-locale";
import { staffTitle } from "@/lib/staff/page-title";
import { findReset } from "@/lib/staff/reset/staff-queries";

type Props = PageProps<"/[locale]/admin/reset/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.reset" });
  return staffTitle(locale, t("setTitle"));
}

export default async function SetPasswordPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { token } = await params;
  const { refused } = await readQuery(searchParams);
  const owner = await findReset(token, new Date());
  const t = await getTranslations({ locale, namespace: "staff.reset" });
  const path = `/admin/reset/${token}`;
  return (
    <EntryFrame locale={locale} path={path} title={owner ? t("setTitle") : t("over")}>
      {owner ? (
        <>
          <Said refused={refused} />
          <div className="pan entry-pan">
            <p>{t("setText")}</p>
            <FormFrame locale={locale} action="reset-password" back={path}>
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="username" autoComplete="username" value={owner.email} />
              <NewPasswordFields />
              <button type="submit" className="btn btn-primary">
                {t("setSubmit")}
              </button>
            </FormFrame>
          </div>
        </>
      ) : (
        <OverNote locale={locale} text={t("overText")} isReset />
      )}
    </EntryFrame>
  );
}
