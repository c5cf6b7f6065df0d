import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { ResultForm } from "@/components/party/result-form";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { Foreign } from "@/components/ui/foreign";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readResultPage } from "@/lib/programme/meeting/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/meetings/[meeting]/result">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "party" });
  return staffTitle(locale, t("result.title"));
}

/** What a meeting led to, noted in the corridor. */
export default async function ResultNotePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id, meeting: meetingId } = await params;
  const path = `${visitPath(id, "meetings")}/${meetingId}/result`;
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found?.visit.may.edit) notFound();
  const meeting = await readResultPage(actor, found.visit, found.document, meetingId, locale);
  if (!meeting) notFound();
  const query = await readQuery(searchParams);
  const [tried, t] = await Promise.all([
    readTry(actor, query.try),
    getTranslations({ locale, namespace: "party.result" }),
  ]);
  return (
    <VisitFrame actor={actor} locale={locale} visit={found.visit} current="meetings" path={path}>
      <Said {...query} tried={tried} />
      <Panel title={t("title")}>
        <p className="rs-what">
          <Foreign text={meeting.title} />
          {meeting.when && <span className="sub">{meeting.when}</span>}
        </p>
        <ResultForm recordId={id} meeting={meeting} tried={tried} locale={locale} />
      </Panel>
    </VisitFrame>
  );
}
