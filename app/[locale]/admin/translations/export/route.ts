import { notFound } from "next/navigation";
import { isLocale } from "@/lib/i18n/locales";
import { exportForBureau } from "@/lib/register/bureau/actions";

type Context = { params: Promise<{ locale: string }> };

/** Texts that a language lacks, as a file for a translation bureau. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const file = await exportForBureau(new URL(request.url).searchParams, locale);
  if (!file) notFound();
  return file;
}
