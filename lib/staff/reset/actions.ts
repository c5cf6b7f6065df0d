import "server-only";
import { takeAttempt } from "@/lib/auth/limit/mutations";
import { limits } from "@/lib/auth/limit/rules";
import { refusePassword } from "@/lib/auth/password/rules";
import type { RefusalCode, Result, StaffAction } from "@/lib/form/types";
import { emailSchema } from "@/lib/staff/invitation/schema";
import { sendResetMail } from "@/lib/staff/mail";
import { askForReset, resetPassword } from "@/lib/staff/reset/mutations";
import { findReset } from "@/lib/staff/reset/staff-queries";

/** Known and unknown addresses get the same answer. */
const ask: StaffAction = {
  audience: "anyone",
  run: async ({ fields, client }) => {
    const page = "/admin/reset";
    const email = emailSchema.safeParse(fields.get("email"));
    if (!email.success) return { ok: false, to: page, code: "email_wrong" };
    const isFree = await Promise.all([
      takeAttempt(limits.resetAccount, email.data),
      takeAttempt(limits.resetClient, client),
    ]);
    if (isFree.includes(false)) return { ok: false, to: page, code: "too_often" };
    const mail = await askForReset(email.data);
    if (mail) sendResetMail(mail);
    return { ok: true, to: page, said: "reset_sent" };
  },
};

const set: StaffAction = {
  audience: "anyone",
  run: async ({ fields, client }) => {
    const token = fields.get("token");
    const refuse = (code: RefusalCode): Result => ({
      ok: false,
      code,
      to: /^[0-9a-f]{64}$/.test(token) ? `/admin/reset/${token}` : "/admin/reset",
    });
    if (!(await takeAttempt(limits.token, client))) return refuse("too_often");
    const staff = await findReset(token, new Date());
    if (!staff) return refuse("expired");
    const password = fields.all("password").at(-1) ?? "";
    const weak = refusePassword(password, [staff.email, staff.name]);
    if (weak) return refuse(weak);
    if (password !== fields.all("again").at(-1)) return refuse("password_differs");
    if (!(await resetPassword({ token, password, client }))) return refuse("expired");
    return { ok: true, to: "/admin/sign-in", said: "password_changed" };
  },
};

export const resetActions: Record<string, StaffAction> = { reset: ask, "reset-password": set };
