import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { RowForm } from "@/components/party/row-form";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readBoard } from "@/lib/programme/meeting/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/meetings/[meeting]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "party" });
  return staffTitle(locale, t("meetings.one"));
}

/** One meeting, or a new one: the address holds its number, so that saving twice makes one. */
export default async function MeetingPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id, meeting } = await params;
  const path = `${visitPath(id, "meetings")}/${meeting}`;
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found?.visit.may.edit || !/^[0-9a-f-]{36}$/.test(meeting)) notFound();
  const { visit, document } = found;
  const query = await readQuery(searchParams);
  const tried = await readTry(actor, query.try);
  const [view, board, t] = await Promise.all([
    readEditor(actor, id, locale, tried),
    readBoard(actor, visit, document, locale),
    getTranslations({ locale, namespace: "party.meetings" }),
  ]);
  if (!view) notFound();
  const line = board.lines.find((one) => one.id === meeting);
  const options = { ...view.options, participant: board.choices.participants, programme_item: board.choices.stops };
  return (
    <VisitFrame actor={actor} locale={locale} visit={visit} current="meetings" path={path}>
      <Said {...query} tried={tried} />
      <Panel
        title={line ? t("one") : t("new")}
        aside={
          line && (
            <a className="btn btn-small" href={`/${locale}${path}/result`}>
              {t("result")}
            </a>
          )
        }
      >
        <p className="hint">{t("zone", { zone: board.zone })}</p>
        {line?.clashes.map(({ kind, otherId }) => (
          <p key={`${kind} ${otherId}`} className="mt-clash">
            {t(`clash.${kind}`)}
          </p>
        ))}
        <RowForm
          view={{ ...view, options }}
          group="meetings"
          id={meeting}
          mark="meeting"
          action="meeting-save"
          back={path}
          locale={locale}
        />
      </Panel>
    </VisitFrame>
  );
}
