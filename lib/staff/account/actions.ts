import "server-only";
import { forgetAttempts, takeAttempt } from "@/lib/auth/limit/mutations";
import { limits } from "@/lib/auth/limit/rules";
import { refusePassword } from "@/lib/auth/password/rules";
import type { RefusalCode, Result, StaffAction } from "@/lib/form/types";
import { isLocale } from "@/lib/i18n/locales";
import { changePassword, endOwnSessions, isOwnPassword, saveMailWishes } from "@/lib/staff/account/mutations";

const page = "/admin/account";

const newPassword: StaffAction = {
  audience: "staff",
  secrets: ["password", "new-password", "again"],
  run: async (actor, { fields }) => {
    const [password = "", wanted = "", again = ""] = ["password", "new-password", "again"].map(
      (name) => fields.all(name).at(-1) ?? "",
    );
    const refuse = (field: string, code: RefusalCode): Result => ({
      ok: false,
      to: `${page}#password`,
      code,
      fields: { [field]: code },
    });
    const weak = refusePassword(wanted, [actor.email, actor.name]);
    if (weak) return refuse("new-password", weak);
    if (wanted !== again) return refuse("again", "password_differs");
    if (!(await takeAttempt(limits.signInAccount, actor.email))) return refuse("password", "too_often");
    if (!(await isOwnPassword(actor, password))) return refuse("password", "password_wrong");
    await forgetAttempts(limits.signInAccount, actor.email);
    await changePassword(actor, wanted);
    return { ok: true, to: page, said: "password_changed" };
  },
};

const endSessions: StaffAction = {
  audience: "staff",
  run: async (actor, { fields }) => {
    const id = fields.get("session");
    if (id !== "" && !/^[0-9a-f-]{36}$/.test(id)) return { ok: false, to: page, code: "not_there" };
    const count = await endOwnSessions(actor, id || null);
    return { ok: true, to: page, said: count > 0 ? "sessions_ended" : "unchanged" };
  },
};

const language: StaffAction = {
  audience: "staff",
  run: async (actor, { fields }) => {
    const locale = fields.get("locale");
    if (!isLocale(locale)) return { ok: false, to: page, code: "wrong" };
    await saveMailWishes(actor, { locale, wantsDigest: fields.get("digest") === "yes" });
    return { ok: true, to: page, said: "saved" };
  },
};

export const accountActions: Record<string, StaffAction> = {
  "account-password": newPassword,
  "account-sessions-end": endSessions,
  "account-language": language,
};
