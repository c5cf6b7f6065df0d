import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Said } from "@/components/admin/said";
import { ListForm } from "@/components/party/list-form";
import { ListPreview } from "@/components/party/list-preview";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listQuery } from "@/lib/programme/party-list/import/schema";
import { readListView } from "@/lib/programme/party-list/import/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/people/list">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "party" });
  return staffTitle(locale, t("import.title"));
}

/** The list of a delegation: a file, then what was understood of it, then one press. */
export default async function ListPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = `${visitPath(id, "people")}/list`;
  const actor = await requireActor(locale, path);
  const found = await readVisit(actor, id, locale);
  if (!found?.visit.may.edit) notFound();
  const [query, wish] = [await readQuery(searchParams), listQuery.parse(await searchParams)];
  const [tried, list, t, file] = await Promise.all([
    readTry(actor, query.try),
    wish.list ? readListView(actor, found.visit, wish.list) : null,
    getTranslations({ locale, namespace: "party" }),
    getTranslations({ locale, namespace: "import.problem" }),
  ]);
  const side = found.document.shared["values.direction"] === "outbound" ? "ru" : "cn";
  return (
    <VisitFrame actor={actor} locale={locale} visit={found.visit} current="people" path={path}>
      <Said {...query} tried={tried} />
      {wish.problem && (
        <div className="note note-bad said" role="alert">
          <Icon name="cross" />
          <p>{wish.problem === "no_heads" ? t("import.noHeads") : file(wish.problem)}</p>
        </div>
      )}
      <Panel title={list ? t("import.preview") : t("import.title")}>
        {list ? (
          <ListPreview list={list} recordId={id} locale={locale} tried={tried} />
        ) : (
          <div className="narrow">
            <p>{t("import.intro")}</p>
            <ListForm recordId={id} locale={locale} side={side} />
          </div>
        )}
      </Panel>
    </VisitFrame>
  );
}
