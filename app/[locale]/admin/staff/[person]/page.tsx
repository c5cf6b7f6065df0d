import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { PersonView } from "@/components/staff/person-view";
import { canInHouse } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { staffTitle } from "@/lib/staff/page-title";
import { getPerson, listScopes } from "@/lib/staff/people/staff-queries";

type Props = PageProps<"/[locale]/admin/staff/[person]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.people" });
  return staffTitle(locale, t("person"));
}

export default async function PersonPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { person: id } = await params;
  const path = `/admin/staff/${id}`;
  const actor = await requireActor(locale, path);
  if (!canInHouse(actor, "staff.manage")) notFound();
  const query = await readQuery(searchParams);
  const [tried, person, scopes] = await Promise.all([
    readTry(actor, query.try),
    getPerson(id, new Date()),
    listScopes(locale),
  ]);
  if (!person) notFound();
  return (
    <AdminFrame actor={actor} locale={locale} current="staff" title={person.name} path={path}>
      <Said {...query} tried={tried} />
      <PersonView locale={locale} person={person} scopes={scopes} tried={tried} />
    </AdminFrame>
  );
}
