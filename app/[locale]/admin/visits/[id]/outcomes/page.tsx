import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { LedgerList, NewOutcome } from "@/components/programme/ledger-list";
import { OutcomeForm } from "@/components/programme/outcome-form";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { can } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listLedger } from "@/lib/programme/ledger/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/outcomes">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "visits" });
  return staffTitle(locale, t("tabs.outcomes"));
}

/** What a visit led to, and who owes what by when. */
export default async function VisitOutcomesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = visitPath(id, "outcomes");
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found) notFound();
  const [query, given] = await Promise.all([readQuery(searchParams), searchParams]);
  const [tried, rows, t, refused] = await Promise.all([
    readTry(actor, query.try),
    listLedger(actor, { view: "all", region: null, visit: id }, locale),
    getTranslations({ locale, namespace: "ledger" }),
    getTranslations({ locale, namespace: "form.refused" }),
  ]);
  const typed = tried?.fields.findLast(([name]) => name === "outcome")?.[1];
  const open = [given.outcome].flat()[0] ?? typed;
  const view = open ? await readEditor(actor, open, locale, tried) : null;
  const error = tried?.result.fields?.name;
  const mayBegin = can(actor, "create", { id, kind: "outcome", regionId: found.visit.regionId });
  return (
    <VisitFrame actor={actor} locale={locale} visit={found.visit} current="outcomes">
      <Said {...query} tried={tried} />
      {view?.kind === "outcome" && <OutcomeForm view={view} visit={id} locale={locale} tried={tried} />}
      <LedgerList rows={rows} locale={locale} path={path} hasVisit={false} />
      {mayBegin && (
        <Panel title={t("new")} id="new">
          <NewOutcome visit={id} locale={locale} error={error && refused(error)} />
        </Panel>
      )}
    </VisitFrame>
  );
}
