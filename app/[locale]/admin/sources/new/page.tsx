import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { SourceForm } from "@/components/admin/sources/source-form";
import { canInHouse, houseRegionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegionChoices } from "@/lib/region/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/sources/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "sources.new" });
  return staffTitle(locale, t("title"));
}

export default async function NewSourcePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/sources/new";
  const actor = await requireActor(locale, path);
  if (!canInHouse(actor, "source.edit")) notFound();
  const query = await readQuery(searchParams);
  const reach = houseRegionsOf(actor, "source.edit");
  const [regions, tried, t] = await Promise.all([
    listRegionChoices(reach, locale),
    readTry(actor, query.try),
    getTranslations({ locale, namespace: "sources.new" }),
  ]);
  return (
    <AdminFrame actor={actor} locale={locale} current="sources" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      <SourceForm source={null} regions={regions} isSharedAllowed={reach === null} tried={tried} locale={locale} />
    </AdminFrame>
  );
}
