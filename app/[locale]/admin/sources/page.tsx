import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { SourceFilterForm } from "@/components/admin/sources/source-filter";
import { SourceTable } from "@/components/admin/sources/source-table";
import { ExportLinks } from "@/components/register/export-links";
import { Icon } from "@/components/ui/icon";
import { PageLinks } from "@/components/ui/page-links";
import { canInHouse } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegionChoices } from "@/lib/region/staff-queries";
import { sourceFilterSchema, toSourceQuery } from "@/lib/source/editor/schema";
import { listSourcesForStaff } from "@/lib/source/editor/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/sources">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "sources" });
  return staffTitle(locale, t("title"));
}

export default async function SourcesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/sources";
  const filter = sourceFilterSchema.parse(await searchParams);
  const actor = await requireActor(locale, path);
  if (!canInHouse(actor, "source.edit")) notFound();
  const query = await readQuery(searchParams);
  const [list, regions, tried, t] = await Promise.all([
    listSourcesForStaff(actor, filter),
    listRegionChoices(null, locale),
    readTry(actor, query.try),
    getTranslations({ locale, namespace: "sources" }),
  ]);
  const names = new Map(regions.map(({ id, name }) => [id, name]));
  return (
    <AdminFrame actor={actor} locale={locale} current="sources" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      <SourceFilterForm filter={filter} regions={regions} locale={locale} />
      <div className="rec-head">
        <p role="status">{t("count", { count: list.total })}</p>
        <a className="btn btn-small" href={`/${locale}${path}/new`}>
          <Icon name="plus" />
          {t("new.button")}
        </a>
      </div>
      {list.total === 0 ? (
        <p className="muted">{t("none")}</p>
      ) : (
        <SourceTable rows={list.rows} regions={names} locale={locale} />
      )}
      <ExportLinks path={`/${locale}${path}/export`} query="" />
      <PageLinks
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => `/${locale}${path}${toSourceQuery({ ...filter, page })}`}
      />
    </AdminFrame>
  );
}
