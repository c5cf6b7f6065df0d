import { notFound } from "next/navigation";
import { isLocale, type Locale } from "@/lib/i18n/locales";

/** The language of a page from its address; a page in an unknown language is missing. */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return locale;
}
