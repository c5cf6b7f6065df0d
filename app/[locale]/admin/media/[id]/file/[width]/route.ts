import { currentActor } from "@/lib/auth/session";
import { isLocale } from "@/lib/i18n/locales";
import { nearestWidth } from "@/lib/media/rules";
import { sendDocument, sendPicture } from "@/lib/media/send";
import { getStoredFile } from "@/lib/media/staff-queries";

type Context = { params: Promise<{ locale: string; id: string; width: string }> };

/** A file to staff who may see its record, published or not. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, id, width } = await params;
  const actor = isLocale(locale) ? await currentActor() : null;
  const found = actor && (await getStoredFile(actor, id));
  if (!found) return new Response(null, { status: 404 });
  const { storageKey, fileName } = found;
  if (found.kind === "document") return sendDocument({ storageKey, fileName, isPublic: false }, request);
  const nearest = nearestWidth(found.variants, Number(width));
  if (nearest === null) return new Response(null, { status: 404 });
  return sendPicture({ storageKey, width: nearest, isPublic: false }, request);
}
