import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/admin/entry-frame";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Said } from "@/components/admin/said";
import { readQuery } from "@/lib/form/query";
import { pageLocale } from "@/lib/i18n/page-locale";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/reset">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.reset" });
  return staffTitle(locale, t("title"));
}

export default async function ResetPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const query = await readQuery(searchParams);
  const t = await getTranslations({ locale, namespace: "staff" });
  return (
    <EntryFrame locale={locale} path="/admin/reset" title={t("reset.title")}>
      <Said {...query} />
      <div className="pan entry-pan">
        <p>{t("reset.text")}</p>
        <FormFrame locale={locale} action="reset" back="/admin/reset">
          <TextInput name="email" label={t("email")} type="email" autoComplete="username" required />
          <button type="submit" className="btn btn-primary">
            {t("reset.submit")}
          </button>
        </FormFrame>
        <p>
          <a href={`/${locale}/admin/sign-in`}>{t("reset.toSignIn")}</a>
        </p>
      </div>
    </EntryFrame>
  );
}
