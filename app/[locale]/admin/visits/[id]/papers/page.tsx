import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PaperList } from "@/components/programme/paper-list";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { requireActor } from "@/lib/auth/session";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listSentVersions } from "@/lib/programme/papers/staff-queries";
import { paperVersionSchema } from "@/lib/programme/papers/types";
import { readVisit } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/papers">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "paper" });
  return staffTitle(locale, t("title"));
}

/** All that can be printed or taken along of one visit, and of which state of its programme. */
export default async function PapersPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const actor = await requireActor(locale, visitPath(id, "papers"));
  const found = await readVisit(actor, id, locale);
  if (!found?.visit.may.share) notFound();
  const versions = await listSentVersions(id);
  const asked = paperVersionSchema.safeParse((await searchParams).version);
  const newest = versions[0]?.number ?? null;
  const version =
    asked.success && (asked.data === null || versions.some(({ number }) => number === asked.data))
      ? asked.data
      : newest;
  return (
    <VisitFrame actor={actor} locale={locale} visit={found.visit} current="papers">
      <PaperList visitId={id} versions={versions} version={version} />
    </VisitFrame>
  );
}
