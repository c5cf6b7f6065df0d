import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { VisitTable } from "@/components/programme/visit-table";
import { canSomewhere } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listVisits } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "visits" });
  return staffTitle(locale, t("heading"));
}

/** All visits that somebody works on, those to come first. */
export default async function VisitsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireActor(locale, "/admin/visits");
  if (!canSomewhere(actor, "share", "visit")) notFound();
  const query = await readQuery(searchParams);
  const [t, tried, visits] = await Promise.all([
    getTranslations({ locale, namespace: "visits" }),
    readTry(actor, query.try),
    listVisits(actor, locale),
  ]);
  return (
    <AdminFrame actor={actor} locale={locale} current="visits" title={t("heading")} path="/admin/visits">
      <Said {...query} tried={tried} />
      <p className="lead">{t("lead")}</p>
      {canSomewhere(actor, "create", "visit") && (
        <p>
          <a className="btn btn-primary" href={`/${locale}/admin/visits/new`}>
            {t("new.button")}
          </a>
        </p>
      )}
      <p>
        <a href={`/${locale}/admin/visits/holidays`}>{t("holidays.link")}</a>
      </p>
      <VisitTable visits={visits} locale={locale} />
    </AdminFrame>
  );
}
