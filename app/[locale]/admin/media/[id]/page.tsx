import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { EditorView } from "@/components/admin/editor/editor-view";
import { AssetHead } from "@/components/admin/media/asset-head";
import { AssetPlaces, AssetRemoval } from "@/components/admin/media/asset-places";
import { BatchList } from "@/components/admin/media/batch-list";
import { Said } from "@/components/admin/said";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { getAssetFile, listPlaces } from "@/lib/media/staff-queries";
import { listBatch, readLastUpload } from "@/lib/media/upload/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { enterRecord } from "@/lib/record/presence/actions";
import { shapes } from "@/lib/record/shapes";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/media/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "media" });
  return staffTitle(locale, t("one"));
}

export default async function AssetPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const query = await readQuery(searchParams);
  const path = `/admin/media/${id}`;
  const actor = await requireActor(locale, query.try ? `${path}?try=${query.try}` : path);
  const tried = await readTry(actor, query.try);
  const file = await getAssetFile(actor, id);
  const view = file && (await readEditor(actor, id, locale, tried));
  if (!file || !view) notFound();
  await enterRecord(actor, view);
  const given = await searchParams;
  const batch = /^[0-9a-f-]{36}$/.exec(String(given.batch ?? ""))?.[0];
  const previewToken = /^[0-9a-f]{64}$/.exec(String(given.preview ?? ""))?.[0] ?? null;
  const [places, last, uploads, refused] = await Promise.all([
    listPlaces(actor, id, locale),
    readLastUpload(id),
    batch ? listBatch(actor, batch) : [],
    getTranslations({ locale, namespace: "form.refused" }),
  ]);
  const { sheet } = view.parts.shared;
  const percent = (name: string, saved: number) => {
    const typed = Number(sheet[`values.${name}`] ?? saved);
    return Number.isFinite(typed) ? typed : saved;
  };
  const error = (name: string) => {
    const code = tried?.result.fields?.[name];
    return code && refused(code);
  };
  return (
    <AdminFrame
      actor={actor}
      locale={locale}
      current="media"
      title={view.parts[view.sourceLocale].sheet.name || file.fileName}
      path={path}
    >
      <Said {...query} tried={tried} />
      <BatchList uploads={uploads} locale={locale} />
      <EditorView
        view={view}
        shape={shapes.media}
        locale={locale}
        error={error}
        previewToken={previewToken}
        head={
          <AssetHead
            file={file}
            focal={{ x: percent("focalX", file.focal.x), y: percent("focalY", file.focal.y) }}
            refusal={last?.state === "refused" ? (last.reason ?? "broken") : null}
            locale={locale}
          />
        }
        aside={
          <>
            <AssetPlaces places={places} locale={locale} />
            {file.may.remove && <AssetRemoval id={id} places={places} locale={locale} error={error("places")} />}
          </>
        }
      />
    </AdminFrame>
  );
}
