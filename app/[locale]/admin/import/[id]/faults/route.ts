import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/lib/auth/session";
import { fileAnswer } from "@/lib/core/download";
import { isLocale } from "@/lib/i18n/locales";
import { listFaults } from "@/lib/register/faults/staff-queries";
import { fileTypes, toFile } from "@/lib/spreadsheet/write";

type Context = { params: Promise<{ locale: string; id: string }> };

/** The rows that stay out, as they stand in the file, each with what is wrong with it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, id } = await params;
  const actor = await currentActor();
  if (!isLocale(locale) || !actor) notFound();
  const faults = await listFaults(actor, id, locale);
  if (!faults) notFound();
  const t = await getTranslations({ locale, namespace: "import" });
  const format = new URL(request.url).searchParams.get("as") === "csv" ? "csv" : "xlsx";
  const headers = [...faults.headers, t("faults.row"), t("faults.problems")];
  const body = toFile(format, t("faults.problems"), headers, faults.rows);
  return fileAnswer(body, `${faults.fileName} – ${t("faults.problems")}.${format}`, fileTypes[format]);
}
