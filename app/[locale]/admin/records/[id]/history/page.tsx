import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { HistoryView } from "@/components/admin/history/history-view";
import { Said } from "@/components/admin/said";
import { requireActor } from "@/lib/auth/session";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { readHistory } from "@/lib/record/history/staff-queries";
import { shapes } from "@/lib/record/shapes";
import { staffTitle } from "@/lib/staff/page-title";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ version?: string; said?: string; refused?: string }>;
};

/** Without the name of the record: a title is drawn before anybody's rights are asked. */
export async function generateMetadata({ params }: Pick<Props, "params">) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "editor" });
  return staffTitle(locale, t("history.title"));
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const { version, ...query } = await searchParams;
  const path = `/admin/records/${id}/history`;
  const actor = await requireActor(locale, path);
  const wanted = version && /^\d{1,9}$/.test(version) ? Number(version) : null;
  const [view, record] = await Promise.all([readHistory(actor, id, wanted), readEditor(actor, id, locale, null)]);
  if (!view || !record) notFound();
  const t = await getTranslations({ locale, namespace: "editor" });
  const name = record.parts[record.sourceLocale].sheet.name ?? t("unnamed");
  return (
    <AdminFrame actor={actor} locale={locale} current="records" title={t("history.titleOf", { name })} path={path}>
      <Said {...query} />
      <HistoryView view={view} record={record} shape={shapes[record.kind]} locale={locale} />
    </AdminFrame>
  );
}
