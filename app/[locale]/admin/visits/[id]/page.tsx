import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Said } from "@/components/admin/said";
import { VisitOverview } from "@/components/programme/overview";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readSummary } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "visits" });
  return staffTitle(locale, t("visit"));
}

/** One visit at a glance: what stands, what is missing, where to go on. */
export default async function VisitPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const actor = await requireActor(locale, visitPath(id));
  const summary = await readSummary(actor, id, locale);
  if (!summary) notFound();
  const query = await readQuery(searchParams);
  const tried = await readTry(actor, query.try);
  return (
    <VisitFrame actor={actor} locale={locale} visit={summary.visit} current="overview">
      <Said {...query} tried={tried} />
      <VisitOverview summary={summary} locale={locale} tried={tried} />
    </VisitFrame>
  );
}
