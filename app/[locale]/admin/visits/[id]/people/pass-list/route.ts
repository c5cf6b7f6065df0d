import { notFound } from "next/navigation";
import { isLocale } from "@/lib/i18n/locales";
import { answerPassList } from "@/lib/programme/passport/actions";

type Context = { params: Promise<{ locale: string; id: string }> };

/** The list for the gate of a plant. Who takes it is written down. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const answer = await answerPassList(id, new URL(request.url).searchParams.get("stop") ?? "", locale);
  return answer ?? notFound();
}
