import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { BatchPage } from "@/components/register/batch-page";
import { can } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readZone } from "@/lib/region/staff-queries";
import { batchQuery } from "@/lib/register/batch/query";
import { readBatchView } from "@/lib/register/batch/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/import/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "import" });
  return staffTitle(locale, t("title"));
}

export default async function OneImportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = `/admin/import/${id}`;
  const actor = await requireActor(locale, path);
  const { rows: verdict, page } = batchQuery.parse(await searchParams);
  const view = await readBatchView(actor, id, { verdict, page, locale });
  if (!view) notFound();
  const query = await readQuery(searchParams);
  const [zone, tried] = await Promise.all([readZone(actor), readTry(actor, query.try)]);
  const { regionId, fileName } = view.batch;
  const mayPublish = can(actor, "publish", { id, kind: "site", regionId });
  return (
    <AdminFrame actor={actor} locale={locale} current="import" title={fileName} path={path}>
      {/* looks again by itself while work goes on */}
      {view.work && <meta httpEquiv="refresh" content="3" />}
      <Said {...query} tried={tried} />
      <BatchPage view={view} verdict={verdict} mayPublish={mayPublish} tried={tried} locale={locale} zone={zone} />
    </AdminFrame>
  );
}
