import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { InvitationList } from "@/components/staff/invitation-list";
import { InviteForm } from "@/components/staff/invite-form";
import { PeopleList } from "@/components/staff/people-list";
import { canInHouse } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listInvitations } from "@/lib/staff/invitation/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";
import { listPeople, listScopes } from "@/lib/staff/people/staff-queries";

type Props = PageProps<"/[locale]/admin/staff">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.people" });
  return staffTitle(locale, t("title"));
}

export default async function StaffPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/staff";
  const actor = await requireActor(locale, path);
  if (!canInHouse(actor, "staff.manage")) notFound();
  const query = await readQuery(searchParams);
  const now = new Date();
  const [tried, people, invitations, scopes] = await Promise.all([
    readTry(actor, query.try),
    listPeople(now),
    listInvitations(now),
    listScopes(locale),
  ]);
  const t = await getTranslations({ locale, namespace: "staff.people" });
  return (
    <AdminFrame actor={actor} locale={locale} current="staff" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      <PeopleList locale={locale} people={people} scopes={scopes} />
      <div className="cols2">
        <InviteForm locale={locale} scopes={scopes} tried={tried} />
        <InvitationList locale={locale} invitations={invitations} scopes={scopes} />
      </div>
    </AdminFrame>
  );
}
