import "server-only";
import { takeAttempt } from "@/lib/auth/limit/mutations";
import { limits } from "@/lib/auth/limit/rules";
import { refusePassword } from "@/lib/auth/password/rules";
import { canInHouse } from "@/lib/auth/rules";
import type { FormFields, RefusalCode, Result, StaffAction } from "@/lib/form/types";
import { askerOf } from "@/lib/staff/asker";
import { invite, join, withdrawInvitation } from "@/lib/staff/invitation/mutations";
import { emailSchema, grantsSchema, localeSchema, nameSchema, scopeSchema } from "@/lib/staff/invitation/schema";
import { findInvitation } from "@/lib/staff/invitation/staff-queries";
import { sendInvitationMail } from "@/lib/staff/mail";
import { signInByPassword } from "@/lib/staff/sign-in/mutations";

/** Whom somebody invited becomes a member of staff, and is signed in. */
const accept: StaffAction = {
  audience: "anyone",
  run: async (input) => {
    const { fields, client, locale } = input;
    const token = fields.get("token");
    const refuse = (code: RefusalCode): Result => ({
      ok: false,
      code,
      to: /^[0-9a-f]{64}$/.test(token) ? `/admin/invitation/${token}${typed(fields)}` : "/admin/sign-in",
    });
    if (!(await takeAttempt(limits.token, client))) return refuse("too_often");
    const invitation = await findInvitation(token, new Date());
    if (!invitation) return refuse("expired");
    const email = emailSchema.safeParse(invitation.email ?? fields.get("email"));
    if (!email.success) return refuse("email_wrong");
    const name = nameSchema.safeParse(fields.get("name"));
    if (!name.success) return refuse("name_wrong");
    const password = fields.all("password").at(-1) ?? "";
    const weak = refusePassword(password, [email.data, name.data]);
    if (weak) return refuse(weak);
    if (password !== fields.all("again").at(-1)) return refuse("password_differs");
    const joined = await join({ token, name: name.data, email: email.data, password, locale, client });
    if ("refused" in joined) return refuse(joined.refused);
    const entered = await signInByPassword(await askerOf(input), { email: joined.email, password });
    if (entered.step !== "in") return { ok: true, to: "/admin/sign-in" };
    return { ok: true, to: "/admin", cookies: entered.cookies };
  },
};

const send: StaffAction = {
  audience: "staff",
  run: async (actor, { fields }) => {
    const to = "/admin/staff";
    if (!canInHouse(actor, "staff.manage")) return { ok: false, to, code: "not_allowed" };
    const email = emailSchema.safeParse(fields.get("email"));
    const locale = localeSchema.safeParse(fields.get("locale"));
    const scope = scopeSchema.safeParse(fields.get("scope"));
    const grants = grantsSchema.safeParse([{ role: fields.get("role"), ...scope.data }]);
    const wrong: Record<string, RefusalCode> = {
      ...(email.success ? {} : { email: "email_wrong" }),
      ...(locale.success ? {} : { locale: "wrong" }),
      ...(grants.success && scope.success ? {} : { scope: "scope_wrong" }),
    };
    if (!email.success || !locale.success || !grants.success || !scope.success) {
      return { ok: false, to, code: "issues", fields: wrong };
    }
    const made = await invite(actor, { email: email.data, locale: locale.data, grants: grants.data });
    if ("refused" in made) {
      return {
        ok: false,
        to,
        code: made.refused,
        fields: { [made.refused === "taken" ? "email" : "scope"]: made.refused },
      };
    }
    sendInvitationMail({ email: email.data, locale: locale.data, token: made.token });
    return { ok: true, to, said: "invited" };
  },
};

const withdraw: StaffAction = {
  audience: "staff",
  run: async (actor, { fields }) => {
    const to = "/admin/staff";
    if (!canInHouse(actor, "staff.manage")) return { ok: false, to, code: "not_allowed" };
    const id = fields.get("invitation");
    const isDone = /^[0-9a-f-]{36}$/.test(id) && (await withdrawInvitation(actor, id));
    return isDone ? { ok: true, to, said: "changed" } : { ok: false, to, code: "not_there" };
  },
};

export const invitationActions: Record<string, StaffAction> = {
  join: accept,
  invite: send,
  "invitation-withdraw": withdraw,
};

/** Name and address go back to the form of somebody who has no account to keep them under. */
function typed(fields: FormFields): string {
  const query = new URLSearchParams({
    name: fields.get("name").slice(0, 120),
    email: fields.get("email").slice(0, 120),
  });
  return `?${query.toString().replaceAll("+", "%20").replaceAll("*", "%2A")}`;
}
