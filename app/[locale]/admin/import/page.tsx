import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { BatchList } from "@/components/register/batch-list";
import { StartForm } from "@/components/register/start-form";
import { Icon } from "@/components/ui/icon";
import { canInHouse, houseRegionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegionChoices, readZone } from "@/lib/region/staff-queries";
import { uploadQuery } from "@/lib/register/batch/query";
import { listBatches } from "@/lib/register/batch/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/import">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "import" });
  return staffTitle(locale, t("title"));
}

export default async function ImportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/import";
  const actor = await requireActor(locale, path);
  if (!canInHouse(actor, "register.import")) notFound();
  const [query, wish] = [await readQuery(searchParams), uploadQuery.parse(await searchParams)];
  const [lines, regions, zone, tried, t] = await Promise.all([
    listBatches(actor),
    listRegionChoices(houseRegionsOf(actor, "register.import"), locale),
    readZone(actor),
    readTry(actor, query.try),
    getTranslations({ locale, namespace: "import" }),
  ]);
  return (
    <AdminFrame actor={actor} locale={locale} current="import" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      {wish.problem && (
        <div className="note note-bad said" role="alert">
          <Icon name="cross" />
          <p>{t(`problem.${wish.problem}`)}</p>
        </div>
      )}
      <p className="lead">{t("intro")}</p>
      <Panel title={t("start.title")}>
        <div className="narrow">
          <StartForm regions={regions} wish={wish} locale={locale} />
        </div>
      </Panel>
      <Panel title={t("list.title")}>
        <BatchList lines={lines} locale={locale} zone={zone} />
      </Panel>
    </AdminFrame>
  );
}
