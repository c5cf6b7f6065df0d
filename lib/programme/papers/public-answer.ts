import "server-only";
import { fileAnswer } from "@/lib/core/download";
import { isLocale } from "@/lib/i18n/locales";
import { makePublicFile, type VisitFileName } from "@/lib/programme/papers/public-files";

/** The answer to whoever asks for a file of a published visit. The gate keeps it until something published changes. */
export async function answerPublicFile(
  params: Promise<{ locale: string; region: string; visit: string }>,
  name: VisitFileName,
): Promise<Response> {
  const { locale, region, visit: slug } = await params;
  const file = isLocale(locale) ? await makePublicFile({ region, slug, locale }, name) : null;
  return file ? fileAnswer(file.bytes, file.name, file.type) : new Response(null, { status: 404 });
}
