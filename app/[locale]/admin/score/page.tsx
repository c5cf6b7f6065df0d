import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { ScorePanel } from "@/components/admin/score/score-panel";
import { canSomewhere } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listScores } from "@/lib/record/score/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/score">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "score" });
  return staffTitle(locale, t("title"));
}

export default async function ScorePage({ params }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/score";
  const actor = await requireActor(locale, path);
  if (!canSomewhere(actor, "read", "region")) notFound();
  const [regions, t] = await Promise.all([listScores(actor, locale), getTranslations({ locale, namespace: "score" })]);
  return (
    <AdminFrame actor={actor} locale={locale} current="home" title={t("title")} path={path}>
      <p className="lead">{t("lead")}</p>
      {regions.map((region) => (
        <ScorePanel key={region.id} region={region} locale={locale} />
      ))}
    </AdminFrame>
  );
}
