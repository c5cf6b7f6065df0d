import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/admin/entry-frame";
import { SignInForm } from "@/components/staff/sign-in-form";
import { currentActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { pageLocale } from "@/lib/i18n/page-locale";
import { staffTitle } from "@/lib/staff/page-title";
import { ownPage } from "@/lib/staff/sign-in/rules";

type Props = PageProps<"/[locale]/admin/sign-in">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "staff.signIn" });
  return staffTitle(locale, t("title"));
}

export default async function SignInPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const query = await readQuery(searchParams);
  const next = ownPage(query.next);
  if (await currentActor()) redirect(`/${locale}${next}`);
  const t = await getTranslations({ locale, namespace: "staff.signIn" });
  const path = `/admin/sign-in${next === "/admin" ? "" : `?next=${encodeURIComponent(next)}`}`;
  return (
    <EntryFrame locale={locale} path={path} title={t("title")}>
      <SignInForm locale={locale} next={next} said={query.said} refused={query.refused} />
    </EntryFrame>
  );
}
