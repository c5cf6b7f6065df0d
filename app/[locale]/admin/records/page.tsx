import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { RecordFilter } from "@/components/admin/records/record-filter";
import { RecordTable } from "@/components/admin/records/record-table";
import { Said } from "@/components/admin/said";
import { ExportLinks } from "@/components/register/export-links";
import { Icon } from "@/components/ui/icon";
import { PageLinks } from "@/components/ui/page-links";
import { canSomewhere, regionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listFilterSchema, toListQuery } from "@/lib/record/list/schema";
import { listRecords } from "@/lib/record/list/staff-queries";
import { listRegionChoices, readZone } from "@/lib/region/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/records">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "records" });
  return staffTitle(locale, t("title"));
}

export default async function RecordsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/records";
  const filter = listFilterSchema.parse(await searchParams);
  const actor = await requireActor(locale, `${path}${toListQuery(filter)}`);
  if (!canSomewhere(actor, "read")) notFound();
  const query = await readQuery(searchParams);
  const [list, regions, zone, tried, t] = await Promise.all([
    listRecords(actor, filter, locale),
    listRegionChoices(regionsOf(actor, "read"), locale),
    readZone(actor),
    readTry(actor, query.try),
    getTranslations({ locale, namespace: "records" }),
  ]);
  const hrefOf = (page: number) => `/${locale}${path}${toListQuery({ ...filter, page })}`;
  return (
    <AdminFrame actor={actor} locale={locale} current="records" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      <RecordFilter filter={filter} regions={regions} locale={locale} />
      <div className="rec-head">
        <p role="status">{t("count", { count: list.total })}</p>
        {canSomewhere(actor, "create") && (
          <a className="btn btn-small" href={`/${locale}${path}/new${filter.kind ? `?kind=${filter.kind}` : ""}`}>
            <Icon name="plus" />
            {t("new.button")}
          </a>
        )}
      </div>
      {list.total === 0 ? (
        <p className="muted">{toListQuery(filter) ? t("none") : t("empty")}</p>
      ) : (
        <RecordTable rows={list.rows} isOneRegion={regions.length === 1} locale={locale} zone={zone} />
      )}
      {list.total > 0 && (
        <ExportLinks
          path={`/${locale}${path}/export`}
          query={toListQuery({ ...filter, page: 1 }).slice(1)}
          hasLists={filter.kind === "site"}
        />
      )}
      <PageLinks page={list.page} pages={list.pages} hrefOf={hrefOf} />
    </AdminFrame>
  );
}
