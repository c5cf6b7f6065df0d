import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { EditorView } from "@/components/admin/editor/editor-view";
import { Said } from "@/components/admin/said";
import { requireActor } from "@/lib/auth/session";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { readAttachedFiles } from "@/lib/record/files/staff-queries";
import { recall } from "@/lib/record/memory/staff-queries";
import { enterRecord } from "@/lib/record/presence/actions";
import { shapes } from "@/lib/record/shapes";
import { staffTitle } from "@/lib/staff/page-title";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ said?: string; refused?: string; try?: string; preview?: string }>;
};

/** Without the name of the record: a title is drawn before anybody's rights are asked. */
export async function generateMetadata({ params }: Pick<Props, "params">) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "editor" });
  return staffTitle(locale, t("record"));
}

export default async function RecordPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const query = await searchParams;
  const path = `/admin/records/${id}`;
  const actor = await requireActor(locale, query.try ? `${path}?try=${query.try}` : path);
  const tried = await readTry(actor, query.try);
  const record = await readEditor(actor, id, locale, tried);
  if (!record) notFound();
  if (record.kind === "media") redirect(`/${locale}/admin/media/${id}${asQuery(query)}`);
  await enterRecord(actor, record);
  const view = { ...record, offers: await recall(actor, record, locale) };
  const t = await getTranslations({ locale, namespace: "editor" });
  const refused = await getTranslations({ locale, namespace: "form.refused" });
  const files = await readAttachedFiles(actor, view, locale);
  const previewToken = /^[0-9a-f]{64}$/.test(query.preview ?? "") ? (query.preview ?? null) : null;
  const title = view.parts[view.sourceLocale].sheet.name || t("unnamed");
  const error = (name: string) => {
    const code = tried?.result.fields?.[name];
    return code && refused(code);
  };
  return (
    <AdminFrame actor={actor} locale={locale} current="records" title={title} path={path}>
      <Said {...query} tried={tried} />
      <EditorView
        view={view}
        shape={shapes[view.kind]}
        locale={locale}
        error={error}
        previewToken={previewToken}
        files={files}
      />
    </AdminFrame>
  );
}

/** What was said goes along. */
function asQuery(query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}
