import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/components/admin/admin-frame";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Said } from "@/components/admin/said";
import { FindingFilterLinks } from "@/components/admin/todo/finding-filter";
import { FindingRows } from "@/components/admin/todo/finding-rows";
import { PageLinks } from "@/components/ui/page-links";
import { canSomewhere } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { findingFilterSchema, toFindingQuery } from "@/lib/record/finding/schema";
import { countFindings, listFindings } from "@/lib/record/finding/staff-queries";
import { findingCodes } from "@/lib/record/finding/types";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/todo">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "finding" });
  return staffTitle(locale, t("heading"));
}

/** Everything that somebody should see to, one kind at a time, whole. */
export default async function TodoPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const filter = findingFilterSchema.parse(await searchParams);
  const path = `/admin/todo${toFindingQuery(filter)}`;
  const actor = await requireActor(locale, path);
  if (!Object.values(findingCodes).some((permission) => canSomewhere(actor, permission))) notFound();
  const query = await readQuery(searchParams);
  const tried = await readTry(actor, query.try);
  const [list, counts, t, refused] = await Promise.all([
    listFindings(actor, filter, locale),
    countFindings(actor),
    getTranslations({ locale, namespace: "finding" }),
    getTranslations({ locale, namespace: "form.refused" }),
  ]);
  const untilError = tried?.result.fields?.until;
  const ticked = (tried?.fields ?? []).flatMap(([name, value]) => (name === "fact" ? [value] : []));
  const typed = (name: string) => tried?.fields.findLast(([one]) => one === name)?.[1];
  return (
    <AdminFrame actor={actor} locale={locale} current="home" title={t("heading")} path={path}>
      <Said {...query} tried={tried} />
      <FindingFilterLinks filter={filter} counts={counts} locale={locale} />
      <h2 className="todo-h">{t(`title.${filter.code}`)}</h2>
      <p className="lead">{t(`help.${filter.code}`)}</p>
      {list.total === 0 && <p className="muted">{t(`none.${filter.code}`)}</p>}
      {filter.code === "fact_due" && list.total > 0 ? (
        <FormFrame locale={locale} action="confirm-facts" back={path}>
          <FindingRows rows={list.rows} locale={locale} back={path} ticked={ticked} />
          <div className="todo-bar">
            <TextInput
              name="until"
              label={t("confirm.date")}
              help={t("confirm.dateHelp")}
              value={typed("until")}
              max={10}
              error={untilError && refused(untilError)}
            />
            <button className="btn btn-primary" type="submit">
              {t("confirm.ticked")}
            </button>
          </div>
        </FormFrame>
      ) : (
        <FindingRows rows={list.rows} locale={locale} back={path} />
      )}
      <PageLinks
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => `/${locale}/admin/todo${toFindingQuery({ ...filter, page })}`}
      />
    </AdminFrame>
  );
}
