import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { canSomewhere } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { pageLocale } from "@/lib/i18n/page-locale";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "admin.menu" });
  return staffTitle(locale, t("home"));
}

export default async function StaffHomePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin";
  const actor = await requireActor(locale, path);
  const query = await readQuery(searchParams);
  const t = await getTranslations({ locale, namespace: "staff.home" });
  return (
    <AdminFrame actor={actor} locale={locale} current="home" title={t("title", { name: actor.name })} path={path}>
      <Said {...query} />
      <Panel title={t("text")}>
        {actor.grants.length === 0 && <p>{t("noRights")}</p>}
        {canSomewhere(actor, "read") && (
          <p>
            <a href={`/${locale}/admin/records`}>{t("records")}</a>
          </p>
        )}
        {canSomewhere(actor, "translate") && (
          <p>
            <a href={`/${locale}/admin/translations`}>{t("translations")}</a>
          </p>
        )}
      </Panel>
    </AdminFrame>
  );
}
