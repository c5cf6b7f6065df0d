import { notFound } from "next/navigation";
import { isLocale } from "@/lib/i18n/locales";
import { exportRecords } from "@/lib/register/export/actions";

type Context = { params: Promise<{ locale: string }> };

/** The list as a file: XLSX, or CSV when asked for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const file = await exportRecords(new URL(request.url).searchParams, locale);
  if (!file) notFound();
  return file;
}
