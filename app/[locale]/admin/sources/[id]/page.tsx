import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { SourceForm } from "@/components/admin/sources/source-form";
import { houseRegionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegionChoices } from "@/lib/region/staff-queries";
import { readSourceForm } from "@/lib/source/editor/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/sources/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "sources" });
  return staffTitle(locale, t("title"));
}

export default async function SourcePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const query = await readQuery(searchParams);
  const path = `/admin/sources/${id}`;
  const actor = await requireActor(locale, query.try ? `${path}?try=${query.try}` : path);
  const source = await readSourceForm(actor, id);
  if (!source) notFound();
  const reach = houseRegionsOf(actor, "source.edit");
  const [regions, tried, t] = await Promise.all([
    listRegionChoices(reach, locale),
    readTry(actor, query.try),
    getTranslations({ locale, namespace: "sources.form" }),
  ]);
  return (
    <AdminFrame actor={actor} locale={locale} current="sources" title={source.texts.title} path={path}>
      <Said {...query} tried={tried} />
      <p className="crumb">
        <a href={`/${locale}/admin/sources`}>{t("back")}</a>
      </p>
      <SourceForm source={source} regions={regions} isSharedAllowed={reach === null} tried={tried} locale={locale} />
    </AdminFrame>
  );
}
