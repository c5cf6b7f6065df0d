import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { AccountView } from "@/components/staff/account-view";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listOwnSessions, wantsDigest } from "@/lib/staff/account/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";
import { listScopes } from "@/lib/staff/people/staff-queries";

type Props = PageProps<"/[locale]/admin/account">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.account" });
  return staffTitle(locale, t("title"));
}

export default async function AccountPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/account";
  const actor = await requireActor(locale, path);
  const query = await readQuery(searchParams);
  const [tried, sessions, scopes, digest] = await Promise.all([
    readTry(actor, query.try),
    listOwnSessions(actor, new Date()),
    listScopes(locale),
    wantsDigest(actor),
  ]);
  const t = await getTranslations({ locale, namespace: "staff.account" });
  return (
    <AdminFrame actor={actor} locale={locale} current="account" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      <AccountView
        actor={actor}
        locale={locale}
        sessions={sessions}
        scopes={scopes}
        tried={tried}
        wantsDigest={digest}
      />
    </AdminFrame>
  );
}
