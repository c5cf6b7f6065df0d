import { notFound } from "next/navigation";
import { canSomewhere } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import { isLocale } from "@/lib/i18n/locales";
import { searchLinks } from "@/lib/record/editor/options/staff-queries";
import { linkQuerySchema } from "@/lib/record/editor/schema";

type Context = { params: Promise<{ locale: string }> };

/** Records that somebody may mean by what he is typing, as the editor's fields name them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  const read = linkQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const actor = await currentActor();
  if (!isLocale(locale) || !actor || !canSomewhere(actor, "edit") || !read.success) notFound();
  const found = await searchLinks(actor, read.data.kind, read.data.q, locale);
  return Response.json(found.map(({ label }) => label));
}
