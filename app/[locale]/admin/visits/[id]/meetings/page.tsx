import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { ClashList, InterpreterList, MeetingBoard } from "@/components/party/meeting-board";
import { SlotsForm } from "@/components/party/slots-form";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/auth/session";
import { newId } from "@/lib/core/ids";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readBoard, readProposal } from "@/lib/programme/meeting/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/meetings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "party" });
  return staffTitle(locale, t("meetings.title"));
}

/** Meetings by hour and room, by interpreter, with what clashes; slots for many pairs at once. */
export default async function MeetingsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = visitPath(id, "meetings");
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found) notFound();
  const { visit, document } = found;
  const query = await readQuery(searchParams);
  const [tried, board, t] = await Promise.all([
    readTry(actor, query.try),
    readBoard(actor, visit, document, locale),
    getTranslations({ locale, namespace: "party.meetings" }),
  ]);
  const proposal = tried?.result.code === "filled" ? readProposal(visit, document, board, tried) : null;
  return (
    <VisitFrame actor={actor} locale={locale} visit={visit} current="meetings">
      <Said {...query} tried={tried} />
      <p className="lead">{t("lead", { zone: board.zone })}</p>
      {visit.may.edit && (
        <p className="pt-links">
          <a className="btn btn-primary" href={`/${locale}${path}/${newId()}`}>
            <Icon name="plus" />
            {t("add")}
          </a>
          <a className="btn" href="#slots">
            <Icon name="clock" />
            {t("toSlots")}
          </a>
        </p>
      )}
      <ClashList board={board} />
      <Panel title={t("byRoom")}>
        <MeetingBoard board={board} path={path} locale={locale} />
      </Panel>
      <Panel title={t("byInterpreter")}>
        <InterpreterList board={board} path={path} locale={locale} />
      </Panel>
      {visit.may.edit && (
        <Panel title={t("slots")} id="slots">
          <SlotsForm
            recordId={id}
            locale={locale}
            board={board}
            tried={tried}
            proposal={proposal}
            day={document.shared["values.startsOn"] ?? ""}
          />
        </Panel>
      )}
    </VisitFrame>
  );
}
