import "server-only";
import { currentActor, lastActorId } from "@/lib/auth/session";
import { keepForLater, submitOnce } from "@/lib/form/mutations";
import type { FormInput, Result, StaffAction } from "@/lib/form/types";

/**
 * Does what a form asks for, once for each form that was drawn.
 *
 * @param name  of the action
 * @returns     the page that says how it went, behind the locale, and cookies to be set
 */
export async function answerForm(
  name: string,
  action: StaffAction,
  input: FormInput,
): Promise<{ to: string; cookies: readonly string[] }> {
  const { result, tryId } = await run(name, action, input);
  return { to: withWord(result, tryId), cookies: result.cookies ?? [] };
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
