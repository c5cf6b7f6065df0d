import { notFound } from "next/navigation";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import { currentActor, lastActorId } from "@/lib/auth/session";
import { clientHeader } from "@/lib/core/gate/staff-request";
import { newId } from "@/lib/core/ids";
import { keepForLater, submitOnce } from "@/lib/form/mutations";
import { FormFields, type FormInput, type Result, type StaffAction } from "@/lib/form/types";
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
  const { result, tryId } = await run(name, action, input);
  const headers = new Headers({ location: `/${locale}${withWord(result, tryId)}` });
  for (const cookie of result.cookies ?? []) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

async function run(
  name: string,
  action: StaffAction,
  input: FormInput,
): Promise<{ result: Result; tryId: string | null }> {
  if (action.audience === "anyone") return { result: await action.run(input), tryId: null };
  const returnTo = pageOf(input.fields.get("back"));
  const actor = await currentActor();
  if (!actor) {
    const staffId = await lastActorId();
    const sender = staffId ? { staffId, action: name, returnTo, secrets: action.secrets } : null;
    const kept = sender ? await keepForLater(sender, input) : null;
    const next = encodeURIComponent(kept ? withQuery(returnTo, `try=${kept}`) : returnTo);
    return { result: { ok: false, code: "signed_out", to: `/admin/sign-in?next=${next}` }, tryId: null };
  }
  const sender = { staffId: actor.id, action: name, returnTo, secrets: action.secrets };
  const { result, submissionId } = await submitOnce(sender, input, (one) => action.run(actor, one));
  return { result, tryId: submissionId };
}

/** The page that says how it went: what was done in one word, what was refused by the number under which it is kept. */
function withWord(result: Result, tryId: string | null): string {
  const to = pageOf(result.to);
  if (result.ok) return result.said ? withQuery(to, `said=${result.said}`) : to;
  if (result.code === "signed_out") return to;
  return withQuery(to, tryId ? `try=${tryId}` : `refused=${result.code}`);
}

function withQuery(to: string, pair: string): string {
  const [path = "", anchor] = to.split("#", 2);
  return `${path}${path.includes("?") ? "&" : "?"}${pair}${anchor ? `#${anchor}` : ""}`;
}

/** Only pages of the staff area: no form sends anybody elsewhere. */
function pageOf(path: string): string {
  return /^\/admin(?:[/?#][\w\-./?=&#%,:]*)?$/.test(path) && !path.includes("//") ? path : "/admin";
}

async function readFields(request: Request): Promise<FormFields> {
  const pairs: [string, string][] = [];
  for (const [name, value] of await request.formData()) if (typeof value === "string") pairs.push([name, value]);
  return new FormFields(pairs);
}
