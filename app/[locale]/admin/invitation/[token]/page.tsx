import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/admin/entry-frame";
import { Said } from "@/components/admin/said";
import { JoinForm } from "@/components/staff/join-form";
import { OverNote } from "@/components/staff/over-note";
import { readQuery } from "@/lib/form/query";
import { pageLocale } from "@/lib/i18n/page-locale";
import { findInvitation } from "@/lib/staff/invitation/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";
import { listScopes } from "@/lib/staff/people/staff-queries";

type Props = PageProps<"/[locale]/admin/invitation/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.invitation" });
  return staffTitle(locale, t("title"));
}

export default async function InvitationPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { token } = await params;
  const { refused, name, email } = await readQuery(searchParams);
  const invitation = await findInvitation(token, new Date());
  const t = await getTranslations({ locale, namespace: "staff.invitation" });
  const path = `/admin/invitation/${token}`;
  return (
    <EntryFrame locale={locale} path={path} title={invitation ? t("title") : t("over")}>
      {invitation ? (
        <>
          <Said refused={refused} />
          <JoinForm
            locale={locale}
            token={token}
            typed={{ name, email }}
            invitation={invitation}
            scopes={await listScopes(locale)}
          />
        </>
      ) : (
        <OverNote locale={locale} text={t("overText")} />
      )}
    </EntryFrame>
  );
}
