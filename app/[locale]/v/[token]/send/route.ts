import { notFound } from "next/navigation";
import { isLocale } from "@/lib/i18n/locales";
import { takeGuestForm } from "@/lib/programme/guest/actions";

type Context = { params: Promise<{ locale: string; token: string }> };

/** Takes every form on the page of a secret link. The gate has looked at its origin and its length. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  if (!isLocale(locale)) notFound();
  const fields: Record<string, string> = {};
  for (const [name, value] of await request.formData()) if (typeof value === "string") fields[name] = value;
  const sent = await takeGuestForm(token, { locale, fields, headers: request.headers });
  if (!sent) notFound();
  const headers = new Headers({ location: sent.to });
  for (const cookie of sent.cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
