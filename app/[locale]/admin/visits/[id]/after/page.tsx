import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Said } from "@/components/admin/said";
import { AnswerPanel, DialoguePanel, NextVisitPanel, ThanksPanel } from "@/components/guest/staff-after";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { canSomewhere } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readAnswers, readBase } from "@/lib/programme/answer/staff-queries";
import { readNoticeState } from "@/lib/programme/notice/staff-queries";
import { listVisits, readVisit } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/after">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "visits" });
  return staffTitle(locale, t("tabs.after"));
}

/** What guests said, thanks to them, and the visits that this one belongs to. */
export default async function AfterPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = visitPath(id, "after");
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found) notFound();
  const { visit, document } = found;
  const [answers, notices, visits, base, query] = await Promise.all([
    readAnswers(actor, visit),
    readNoticeState(actor, visit),
    listVisits(actor, locale),
    readBase(visit),
    readQuery(searchParams),
  ]);
  if (!answers || !notices) notFound();
  const tried = await readTry(actor, query.try);
  return (
    <VisitFrame actor={actor} locale={locale} visit={visit} current="after">
      <Said {...query} tried={tried} />
      <div className="edit">
        <div>
          <AnswerPanel answers={answers} />
        </div>
        <aside>
          <ThanksPanel recordId={visit.id} locale={locale} state={notices} />
          {visit.may.edit && (
            <DialoguePanel
              recordId={visit.id}
              locale={locale}
              visits={visits}
              sheet={document.shared}
              base={base}
              tried={tried}
            />
          )}
          {canSomewhere(actor, "create", "visit") && <NextVisitPanel recordId={visit.id} locale={locale} />}
        </aside>
      </div>
    </VisitFrame>
  );
}
