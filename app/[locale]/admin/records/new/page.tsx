import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { NewRecordForm } from "@/components/admin/records/new-record-form";
import { Said } from "@/components/admin/said";
import { canSomewhere, regionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listedKinds } from "@/lib/record/shapes";
import { listRegionChoices } from "@/lib/region/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/records/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "records.new" });
  return staffTitle(locale, t("title"));
}

export default async function NewRecordPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/records/new";
  const { kind } = await searchParams;
  const wish = listedKinds.find((one) => one === kind);
  const actor = await requireActor(locale, wish ? `${path}?kind=${wish}` : path);
  const kinds = listedKinds.filter((one) => canSomewhere(actor, "create", one));
  if (kinds.length === 0) notFound();
  const query = await readQuery(searchParams);
  const reach = regionsOf(actor, "create");
  const [tried, regions, t] = await Promise.all([
    readTry(actor, query.try),
    listRegionChoices(reach, locale),
    getTranslations({ locale, namespace: "records.new" }),
  ]);
  return (
    <AdminFrame actor={actor} locale={locale} current="records" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      <NewRecordForm
        locale={locale}
        kinds={kinds}
        kind={wish}
        regions={regions}
        isSharedAllowed={reach === null}
        tried={tried}
      />
    </AdminFrame>
  );
}
