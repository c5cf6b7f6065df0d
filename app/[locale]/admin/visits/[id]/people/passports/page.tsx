import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Said } from "@/components/admin/said";
import { PassPanels } from "@/components/party/pass-panel";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listMembers } from "@/lib/programme/party-list/staff-queries";
import { readPassView } from "@/lib/programme/passport/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/people/passports">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "party" });
  return staffTitle(locale, t("pass.title"));
}

/** Passport data for the gates of plants. */
export default async function PassportsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = `${visitPath(id, "people")}/passports`;
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found?.visit.may.passport) notFound();
  const { visit, document } = found;
  const query = await readQuery(searchParams);
  const { person } = await searchParams;
  const [tried, view, t] = await Promise.all([
    readTry(actor, query.try),
    readPassView(visit, document),
    getTranslations({ locale, namespace: "party" }),
  ]);
  const members = await listMembers(actor, visit, document, view.states);
  return (
    <VisitFrame actor={actor} locale={locale} visit={visit} current="people" path={path}>
      <Said {...query} tried={tried} />
      <h2>{t("pass.title")}</h2>
      <PassPanels
        recordId={id}
        locale={locale}
        view={view}
        members={members}
        tried={tried}
        chosen={[person].flat()[0] ?? null}
      />
    </VisitFrame>
  );
}
