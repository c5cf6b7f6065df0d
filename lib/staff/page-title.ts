import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";

/** Title of a page of the staff area. */
export async function staffTitle(locale: Locale, page: string): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: "admin" });
  return { title: t("title", { page }) };
}
