import { notFound } from "next/navigation";
import { currentActor } from "@/lib/auth/session";
import { fileAnswer } from "@/lib/core/download";
import { isLocale } from "@/lib/i18n/locales";
import { makeStaffPaper } from "@/lib/programme/papers/make";
import { paperNames, paperVersionSchema } from "@/lib/programme/papers/types";

type Context = { params: Promise<{ locale: string; id: string; name: string }> };

/** A paper of the visit as a file: of a version that was sent out, or of the draft. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, id, name: wish } = await params;
  const actor = await currentActor();
  const name = paperNames.find((one) => one === wish);
  const version = paperVersionSchema.safeParse(new URL(request.url).searchParams.get("version") ?? "draft");
  if (!isLocale(locale) || !actor || !name || !version.success) notFound();
  const paper = await makeStaffPaper(actor, id, { name, version: version.data, locale });
  if (!paper) notFound();
  return fileAnswer(paper.bytes, paper.name, paper.type);
}
