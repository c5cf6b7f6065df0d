import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { RightsView } from "@/components/staff/rights-view";
import { requireActor } from "@/lib/auth/session";
import { pageLocale } from "@/lib/i18n/page-locale";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/rights">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "rights" });
  return staffTitle(locale, t("title"));
}

export default async function RightsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/rights";
  const actor = await requireActor(locale, path);
  const t = await getTranslations({ locale, namespace: "rights" });
  return (
    <AdminFrame actor={actor} locale={locale} current="rights" title={t("title")} path={path}>
      <RightsView />
    </AdminFrame>
  );
}
