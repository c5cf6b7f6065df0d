import { notFound } from "next/navigation";
import { canInHouse } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import { fileAnswer } from "@/lib/core/download";
import { isLocale } from "@/lib/i18n/locales";
import { makeTemplate } from "@/lib/register/template/workbook";
import { registerKinds } from "@/lib/register/types";
import { fileTypes } from "@/lib/spreadsheet/write";

type Context = { params: Promise<{ locale: string }> };

/** An empty list of a kind with its explanations. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  const actor = await currentActor();
  const wish = new URL(request.url).searchParams.get("kind");
  const kind = registerKinds.find((one) => one === wish);
  if (!isLocale(locale) || !actor || !kind || !canInHouse(actor, "register.import")) notFound();
  const { name, bytes } = await makeTemplate(kind, locale);
  return fileAnswer(bytes, `${name}.xlsx`, fileTypes.xlsx);
}
