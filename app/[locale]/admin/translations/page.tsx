import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { QueueFilterLinks } from "@/components/admin/records/queue-filter";
import { QueueTable } from "@/components/admin/records/queue-table";
import { PageLinks } from "@/components/ui/page-links";
import { canSomewhere, regionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { pageLocale } from "@/lib/i18n/page-locale";
import { queueFilterSchema, toQueueQuery } from "@/lib/record/queue/schema";
import { countLanguages, listQueue } from "@/lib/record/queue/staff-queries";
import { readZone } from "@/lib/region/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/translations">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "records.queue" });
  return staffTitle(locale, t("title"));
}

export default async function TranslationsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/translations";
  const filter = queueFilterSchema.parse(await searchParams);
  const actor = await requireActor(locale, path + toQueueQuery(filter));
  if (!canSomewhere(actor, "translate")) notFound();
  const [queue, languages, zone, t, bureau] = await Promise.all([
    listQueue(actor, filter, locale),
    countLanguages(actor),
    readZone(actor),
    getTranslations({ locale, namespace: "records.queue" }),
    getTranslations({ locale, namespace: "bureau" }),
  ]);
  const isOneRegion = regionsOf(actor, "translate")?.length === 1;
  return (
    <AdminFrame actor={actor} locale={locale} current="translations" title={t("title")} path={path}>
      <p className="lead">{t("intro")}</p>
      <p>
        <a href={`/${locale}/admin/translations/return`}>{bureau("link")}</a>
      </p>
      <QueueFilterLinks filter={filter} languages={languages} locale={locale} />
      {queue.total === 0 ? (
        <p className="muted">{t("none")}</p>
      ) : (
        <QueueTable rows={queue.rows} language={filter.locale} isOneRegion={isOneRegion} locale={locale} zone={zone} />
      )}
      <PageLinks
        page={queue.page}
        pages={queue.pages}
        hrefOf={(page) => `/${locale}${path}${toQueueQuery({ ...filter, page })}`}
      />
    </AdminFrame>
  );
}
