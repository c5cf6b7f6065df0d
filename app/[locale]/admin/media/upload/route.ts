import { notFound } from "next/navigation";
import { canSomewhere } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import { bodyOf } from "@/lib/core/files/body";
import { isLocale } from "@/lib/i18n/locales";
import { receiveForm } from "@/lib/media/upload/actions";

type Context = { params: Promise<{ locale: string }> };

/** Takes the plain form with one or many files; the page it leads to says how each of them went. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await currentActor();
  if (!actor) return to(locale, "/admin/sign-in?next=%2Fadmin%2Fmedia");
  if (!canSomewhere(actor, "edit", "media")) notFound();
  const { to: path, isFull } = await receiveForm(actor, bodyOf(request), request.headers.get("content-type") ?? "");
  return isFull ? new Response(null, { status: 507 }) : to(locale, path);
}

function to(locale: string, path: string): Response {
  return new Response(null, { status: 303, headers: { location: `/${locale}${path}` } });
}
