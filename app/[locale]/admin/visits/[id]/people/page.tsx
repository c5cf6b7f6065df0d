import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { MemberForm } from "@/components/party/member-form";
import { MemberTable } from "@/components/party/member-table";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listMembers, listNamesakes } from "@/lib/programme/party-list/staff-queries";
import { readPassView } from "@/lib/programme/passport/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/people">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "party" });
  return staffTitle(locale, t("title"));
}

/** Who takes part, in order of precedence, and how somebody is added. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = visitPath(id, "people");
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found) notFound();
  const { visit, document } = found;
  const query = await readQuery(searchParams);
  const tried = await readTry(actor, query.try);
  const passes = visit.may.passport ? (await readPassView(visit, document)).states : null;
  const [members, known, t] = await Promise.all([
    listMembers(actor, visit, document, passes),
    listNamesakes(actor, tried),
    getTranslations({ locale, namespace: "party" }),
  ]);
  const side = document.shared["values.direction"] === "outbound" ? "ru" : "cn";
  return (
    <VisitFrame actor={actor} locale={locale} visit={visit} current="people">
      <Said {...query} tried={tried} />
      <p className="lead">{t("lead")}</p>
      <p className="pt-links">
        {visit.may.edit && (
          <a className="btn" href={`/${locale}${path}/list`}>
            <Icon name="file" />
            {t("links.list")}
          </a>
        )}
        {visit.may.passport && (
          <a className="btn" href={`/${locale}${path}/passports`}>
            <Icon name="shield" />
            {t("links.passports")}
          </a>
        )}
      </p>
      <Panel title={t("list.title", { count: members.length })}>
        <MemberTable members={members} recordId={id} locale={locale} mayEdit={visit.may.edit} />
      </Panel>
      {visit.may.edit && (
        <Panel title={t("form.title")} id="add">
          <MemberForm recordId={id} locale={locale} tried={tried} known={known} side={side} />
        </Panel>
      )}
    </VisitFrame>
  );
}
