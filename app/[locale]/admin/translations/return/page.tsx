import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { BureauView } from "@/components/register/bureau/bureau-view";
import { Icon } from "@/components/ui/icon";
import { canSomewhere } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { pageLocale } from "@/lib/i18n/page-locale";
import { uploadQuery } from "@/lib/register/batch/query";
import { getBureauReport } from "@/lib/register/bureau/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/translations/return">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "bureau" });
  return staffTitle(locale, t("title"));
}

export default async function BureauPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/translations/return";
  const actor = await requireActor(locale, path);
  if (!canSomewhere(actor, "translate")) notFound();
  const [query, given] = [await readQuery(searchParams), await searchParams];
  const { problem } = uploadQuery.parse(given);
  const [report, t, problems] = await Promise.all([
    typeof given.report === "string" ? getBureauReport(actor, given.report) : null,
    getTranslations({ locale, namespace: "bureau" }),
    getTranslations({ locale, namespace: "import.problem" }),
  ]);
  return (
    <AdminFrame actor={actor} locale={locale} current="translations" title={t("title")} path={path}>
      <Said {...query} />
      {problem && (
        <div className="note note-bad said" role="alert">
          <Icon name="cross" />
          <p>{problems(problem)}</p>
        </div>
      )}
      <BureauView report={report} locale={locale} />
    </AdminFrame>
  );
}
