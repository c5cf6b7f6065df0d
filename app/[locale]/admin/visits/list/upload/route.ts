import { notFound } from "next/navigation";
import { bodyOf } from "@/lib/core/files/body";
import { isLocale } from "@/lib/i18n/locales";
import { answerDelegationList } from "@/lib/programme/party-list/import/actions";

type Context = { params: Promise<{ locale: string }> };

/** Takes the list of a delegation in. The gate has looked at the origin of the form, and counts its bytes. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const to = await answerDelegationList(bodyOf(request), request.headers.get("content-type") ?? "");
  return new Response(null, { status: 303, headers: { location: `/${locale}${to}` } });
}
