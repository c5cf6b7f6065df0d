import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/admin/entry-frame";
import { CodeForm } from "@/components/staff/code-form";
import { readQuery } from "@/lib/form/query";
import { pageLocale } from "@/lib/i18n/page-locale";
import { staffTitle } from "@/lib/staff/page-title";
import { ownPage } from "@/lib/staff/sign-in/rules";
import { whoOwesCode } from "@/lib/staff/sign-in/staff-queries";

type Props = PageProps<"/[locale]/admin/sign-in/code">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.code" });
  return staffTitle(locale, t("title"));
}

export default async function CodePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const query = await readQuery(searchParams);
  const next = ownPage(query.next);
  const nextQuery = next === "/admin" ? "" : `?next=${encodeURIComponent(next)}`;
  const owing = await whoOwesCode({ cookie: (await headers()).get("cookie") });
  if (!owing) redirect(`/${locale}/admin/sign-in${nextQuery}`);
  const t = await getTranslations({ locale, namespace: "staff.code" });
  return (
    <EntryFrame locale={locale} path={`/admin/sign-in/code${nextQuery}`} title={t("title")}>
      <CodeForm locale={locale} next={next} refused={query.refused} />
    </EntryFrame>
  );
}
