import { notFound } from "next/navigation";
import { canSomewhere } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import { isLocale } from "@/lib/i18n/locales";
import { begin } from "@/lib/media/upload/actions";
import { answerProgress, answerRefusal, answerSignedOut } from "@/lib/media/upload/answers";

type Context = { params: Promise<{ locale: string }> };

/** Begins an upload in pieces: the island says what will come, and gets a number for it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await currentActor();
  if (!actor) return answerSignedOut(locale);
  if (!canSomewhere(actor, "edit", "media")) notFound();
  const begun = await begin(actor, Object.fromEntries(await request.formData()));
  return "refused" in begun ? answerRefusal(begun.refused, locale) : answerProgress(begun, locale, 201);
}
