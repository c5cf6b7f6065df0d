import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Said } from "@/components/admin/said";
import { NewVisitForm } from "@/components/programme/new-visit-form";
import { canSomewhere, regionsOf } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listBeginnings } from "@/lib/programme/begin/staff-queries";
import { listRegionChoices } from "@/lib/region/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "visits.new" });
  return staffTitle(locale, t("title"));
}

/** A visit begins: with nothing, with a template, or as a copy of an earlier one. */
export default async function NewVisitPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = "/admin/visits/new";
  const actor = await requireActor(locale, path);
  if (!canSomewhere(actor, "create", "visit")) notFound();
  const [query, given] = await Promise.all([readQuery(searchParams), searchParams]);
  const [tried, regions, beginnings, t] = await Promise.all([
    readTry(actor, query.try),
    listRegionChoices(regionsOf(actor, "create"), locale),
    listBeginnings(actor, locale),
    getTranslations({ locale, namespace: "visits.new" }),
  ]);
  const from = /^[0-9a-f-]{36}$/.test(String(given.from)) ? `visit/${given.from}` : "";
  return (
    <AdminFrame actor={actor} locale={locale} current="visits" title={t("title")} path={path}>
      <Said {...query} tried={tried} />
      <NewVisitForm
        locale={locale}
        regions={regions}
        beginnings={beginnings}
        from={from}
        tie={from === "" ? "" : given.reply === "1" ? "reply" : given.continues === "1" ? "continues" : ""}
        tried={tried}
      />
    </AdminFrame>
  );
}
