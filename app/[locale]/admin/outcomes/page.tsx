import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { FunnelTable } from "@/components/outcome/funnel";
import { LedgerList, LedgerViews } from "@/components/programme/ledger-list";
import { OutcomeForm } from "@/components/programme/outcome-form";
import { canSomewhere } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readFunnel } from "@/lib/outcome/funnel/public-queries";
import { ledgerFilterSchema } from "@/lib/programme/ledger/schema";
import { listLedger } from "@/lib/programme/ledger/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/outcomes">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "ledger" });
  return staffTitle(locale, t("title"));
}

/** Everything that visits led to, with what is owed and lacks an owner, a step or a date. */
export default async function LedgerPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/outcomes";
  const actor = await requireActor(locale, path);
  if (!canSomewhere(actor, "edit", "outcome")) notFound();
  const [query, given] = await Promise.all([readQuery(searchParams), searchParams]);
  const filter = ledgerFilterSchema.parse(given);
  const [tried, rows, funnel, t] = await Promise.all([
    readTry(actor, query.try),
    listLedger(actor, filter, locale),
    readFunnel(locale),
    getTranslations({ locale, namespace: "ledger" }),
  ]);
  const typed = tried?.fields.findLast(([name]) => name === "outcome")?.[1];
  const open = [given.outcome].flat()[0] ?? typed;
  const view = open ? await readEditor(actor, open, locale, tried) : null;
  const here = `${path}?view=${filter.view}${filter.region ? `&region=${filter.region}` : ""}`;
  return (
    <AdminFrame actor={actor} locale={locale} current="outcomes" title={t("title")} path={here}>
      <Said {...query} tried={tried} />
      <p className="lead">{t("lead")}</p>
      {view?.kind === "outcome" && <OutcomeForm view={view} visit={null} locale={locale} tried={tried} />}
      <LedgerViews filter={filter} locale={locale} path={path} />
      <p>
        <a href={`/${locale}/admin/records/export?kind=outcome&format=xlsx`}>{t("export")}</a>
      </p>
      <LedgerList rows={rows} locale={locale} path={here} hasVisit />
      <h2 className="todo-h">{t("funnel")}</h2>
      <FunnelTable rows={funnel} />
      <script type="module" src="/islands/staff.js" data-island="" />
    </AdminFrame>
  );
}
