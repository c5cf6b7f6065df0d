import { notFound } from "next/navigation";
import { currentActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/auth/types";
import { bodyOf } from "@/lib/core/files/body";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { goOn, readProgress } from "@/lib/media/upload/actions";
import { answerOff, answerProgress, answerSignedOut } from "@/lib/media/upload/answers";

type Context = { params: Promise<{ locale: string; id: string }> };

/** How far an upload of one's own is: where to go on after the line was lost. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const asked = await readAsked(params);
  if (!asked.actor) return answerSignedOut(asked.locale);
  const progress = await readProgress(asked.actor, asked.id);
  if (!progress) notFound();
  return answerProgress(progress, asked.locale);
}

/** The next piece. The last one takes the file into the library. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const { actor, locale, id } = await readAsked(params);
  if (!actor) return answerSignedOut(locale);
  const offset = Number(request.headers.get("upload-offset") ?? Number.NaN);
  if (!Number.isSafeInteger(offset) || offset < 0) notFound();
  const progress = await goOn(actor, id, { offset, source: bodyOf(request) });
  if (!progress) notFound();
  return progress.isOff ? answerOff(progress, locale) : answerProgress(progress, locale);
}

async function readAsked(params: Context["params"]): Promise<{ actor: Actor | null; locale: Locale; id: string }> {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  return { actor: await currentActor(), locale, id };
}
