import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { HolidayTable } from "@/components/programme/holiday-table";
import { canInHouse, canSomewhere } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/core/dates";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listHolidays } from "@/lib/programme/holiday/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/holidays">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "visits.holidays" });
  return staffTitle(locale, t("title"));
}

/** Days on which one of the two countries does not work. */
export default async function HolidaysPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/visits/holidays";
  const actor = await requireActor(locale, path);
  if (!canSomewhere(actor, "share", "visit")) notFound();
  const [query, given] = await Promise.all([readQuery(searchParams), searchParams]);
  const asked = Number([given.year].flat()[0]);
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : today().getUTCFullYear();
  const [tried, rows, t] = await Promise.all([
    readTry(actor, query.try),
    listHolidays(year),
    getTranslations({ locale, namespace: "visits.holidays" }),
  ]);
  return (
    <AdminFrame actor={actor} locale={locale} current="visits" title={t("title")} path={`${path}?year=${year}`}>
      <Said {...query} tried={tried} />
      <p className="lead">{t("lead")}</p>
      <HolidayTable
        rows={rows}
        year={year}
        locale={locale}
        mayEdit={canInHouse(actor, "calendar.edit")}
        tried={tried}
      />
    </AdminFrame>
  );
}
