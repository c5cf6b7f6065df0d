import { notFound } from "next/navigation";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import { clientHeader } from "@/lib/core/gate/staff-request";
import { newId } from "@/lib/core/ids";
import { answerForm } from "@/lib/form/actions";
import { FormFields, type FormInput } from "@/lib/form/types";
import { isLocale } from "@/lib/i18n/locales";

type Context = { params: Promise<{ locale: string; action: string }> };

/** Takes every form of the staff area. The gate has looked at its origin and its length. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, action: name } = await params;
  const action = Object.hasOwn(staffActions, name) ? staffActions[name] : undefined;
  if (!isLocale(locale) || !action) notFound();
  const fields = await readFields(request);
  const formId = fields.get("form");
  const input: FormInput = {
    locale,
    fields,
    formId: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(formId) ? formId : newId(),
    client: request.headers.get(clientHeader) ?? "",
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
  };
  const { to, cookies } = await answerForm(name, action, input);
  const headers = new Headers({ location: `/${locale}${to}` });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

async function readFields(request: Request): Promise<FormFields> {
  const pairs: [string, string][] = [];
  for (const [name, value] of await request.formData()) if (typeof value === "string") pairs.push([name, value]);
  return new FormFields(pairs);
}
