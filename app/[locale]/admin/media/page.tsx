import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { BatchList } from "@/components/admin/media/batch-list";
import { LibraryFilter } from "@/components/admin/media/library-filter";
import { LibraryGrid } from "@/components/admin/media/library-grid";
import { UploadForm } from "@/components/admin/media/upload-form";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { PageLinks } from "@/components/ui/page-links";
import { canSomewhere, regionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { mediaFilterSchema, toMediaQuery } from "@/lib/media/schema";
import { listLibrary } from "@/lib/media/staff-queries";
import { listBatch } from "@/lib/media/upload/staff-queries";
import { listRegionChoices } from "@/lib/region/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/media">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "media" });
  return staffTitle(locale, t("title"));
}

export default async function MediaPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/media";
  const given = await searchParams;
  const filter = mediaFilterSchema.parse(given);
  const actor = await requireActor(locale, `${path}${toMediaQuery(filter)}`);
  if (!canSomewhere(actor, "read", "media")) notFound();
  const query = await readQuery(searchParams);
  const batch = /^[0-9a-f-]{36}$/.exec(String(given.batch ?? ""))?.[0];
  const mayUpload = canSomewhere(actor, "create", "media");
  const [list, regions, own, uploads, tried, t] = await Promise.all([
    listLibrary(actor, filter, locale),
    listRegionChoices(regionsOf(actor, "read"), locale),
    listRegionChoices(regionsOf(actor, "create"), locale),
    batch ? listBatch(actor, batch) : [],
    readTry(actor, query.try),
    getTranslations({ locale, namespace: "media" }),
  ]);
  const hrefOf = (page: number) => `/${locale}${path}${toMediaQuery({ ...filter, page })}`;
  const isAll = toMediaQuery(filter) === "";
  return (
    <AdminFrame actor={actor} locale={locale} current="media" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      <BatchList uploads={uploads} locale={locale} />
      {mayUpload && (
        <Panel title={t("upload.title")} id="upload">
          <UploadForm locale={locale} regions={own} />
        </Panel>
      )}
      <LibraryFilter filter={filter} regions={regions} locale={locale} />
      {list.total > 0 && <p role="status">{t("count", { count: list.total })}</p>}
      {list.total === 0 && <p className="muted">{isAll ? t(mayUpload ? "empty" : "emptyReader") : t("none")}</p>}
      <LibraryGrid cards={list.cards} locale={locale} />
      <PageLinks page={list.page} pages={list.pages} hrefOf={hrefOf} />
      <script type="module" src="/islands/staff.js" data-island="" />
    </AdminFrame>
  );
}
