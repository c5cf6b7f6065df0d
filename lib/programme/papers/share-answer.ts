import "server-only";
import { notFound } from "next/navigation";
import { fileAnswer } from "@/lib/core/download";
import { isLocale } from "@/lib/i18n/locales";
import type { VisitFileName } from "@/lib/programme/papers/public-files";
import { makeShareFile } from "@/lib/programme/papers/share-files";
import { enterShare } from "@/lib/programme/share/actions";
import { readOverShare } from "@/lib/programme/share/share-queries";

/**
 * The answer to whoever asks for a file by a secret link. Unknown, without its code and not sent out look alike: not found.
 * Of a link that is over a calendar is told so (410), that it need not ask again.
 */
export async function answerShareFile(
  request: Request,
  params: Promise<{ locale: string; token: string }>,
  name: VisitFileName,
): Promise<Response> {
  const { locale, token } = await params;
  const share = isLocale(locale) ? await enterShare(token, request.headers) : null;
  if (!share && (await readOverShare(token))) return new Response(null, { status: 410 });
  if (!isLocale(locale) || !share || "status" in share) notFound();
  const file = await makeShareFile(share, { token, locale }, name);
  if (!file) notFound();
  return fileAnswer(file.bytes, file.name, file.type);
}
