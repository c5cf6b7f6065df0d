import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { Agenda } from "@/components/party/agenda";
import { Shown } from "@/components/party/member-table";
import { Names } from "@/components/party/names";
import { RowForm } from "@/components/party/row-form";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readAgenda } from "@/lib/programme/meeting/staff-queries";
import { listMembers } from "@/lib/programme/party-list/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/people/[participant]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "party" });
  return staffTitle(locale, t("agenda.title"));
}

/** One participant: the days as he sees them, and the form of his row. */
export default async function ParticipantPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id, participant } = await params;
  const path = `${visitPath(id, "people")}/${participant}`;
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found) notFound();
  const { visit, document } = found;
  const query = await readQuery(searchParams);
  const tried = await readTry(actor, query.try);
  const [members, view, t] = await Promise.all([
    listMembers(actor, visit, document, null),
    readEditor(actor, id, locale, tried),
    getTranslations({ locale, namespace: "party" }),
  ]);
  const member = members.find((one) => one.id === participant);
  if (!member || !view) notFound();
  const agenda = await readAgenda(visit, document, member);
  const name = member.person?.name ?? member.organisation?.name ?? {};
  const number = t("list.number", { number: String(member.number) });
  return (
    <VisitFrame actor={actor} locale={locale} visit={visit} current="people" path={path}>
      <Said {...query} tried={tried} />
      <div className="pt-head">
        <h2>
          <span className={member.shown === "named" ? undefined : "no-print"}>
            <Names name={name} otherwise={number} />
          </span>
          {member.shown !== "named" && <span className="print-only">{number}</span>}
        </h2>
        <span className="no-print">
          <Shown level={member.shown} />
        </span>
      </div>
      <Panel title={t("agenda.title")}>
        <p className="hint no-print">{t("agenda.help")}</p>
        <Agenda programme={agenda.programme} clashes={agenda.clashes} locale={locale} />
      </Panel>
      <section className="no-print">
        <Panel title={t("row.participant")} id="row">
          <RowForm
            view={view}
            group="participants"
            id={participant}
            mark="participant"
            action="party-save"
            back={path}
            locale={locale}
          />
        </Panel>
      </section>
    </VisitFrame>
  );
}
