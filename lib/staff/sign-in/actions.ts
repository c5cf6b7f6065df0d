import "server-only";
import { forgetAttempts, giveBackAttempt, takeAttempt } from "@/lib/auth/limit/mutations";
import { limits, normalEmail } from "@/lib/auth/limit/rules";
import { normalPassword } from "@/lib/auth/password/rules";
import type { RefusalCode, Result, StaffAction } from "@/lib/form/types";
import { askerOf } from "@/lib/staff/asker";
import { signInByCode, signInByPassword, signOut } from "@/lib/staff/sign-in/mutations";
import { ownPage, readCode } from "@/lib/staff/sign-in/rules";
import { whoOwesCode } from "@/lib/staff/sign-in/staff-queries";

/** First page: e-mail address and password. Wrong ones and unknown ones get the same answer after the same work. */
const signIn: StaffAction = {
  audience: "anyone",
  run: async (input) => {
    const next = ownPage(input.fields.get("next"));
    const refuse = (code: RefusalCode): Result => ({ ok: false, code, to: `/admin/sign-in${nextQuery(next)}` });
    const email = normalEmail(input.fields.get("email"));
    const password = normalPassword(input.fields.all("password").at(-1) ?? "");
    const isFree = await Promise.all([
      takeAttempt(limits.signInAccount, email),
      takeAttempt(limits.signInClient, input.client),
    ]);
    if (isFree.includes(false)) return refuse("too_often");
    const entered = await signInByPassword(await askerOf(input), { email, password });
    if (entered.step === "refused") return refuse("sign_in_failed");
    await forgetAttempts(limits.signInAccount, email);
    await giveBackAttempt(limits.signInClient, input.client);
    const to = entered.step === "code" ? `/admin/sign-in/code${nextQuery(next)}` : next;
    return { ok: true, to, cookies: entered.cookies };
  },
};

/** Second page: a code of the app, or a recovery code. */
const signInCode: StaffAction = {
  audience: "anyone",
  run: async (input) => {
    const next = ownPage(input.fields.get("next"));
    const to = `/admin/sign-in/code${nextQuery(next)}`;
    const asker = await askerOf(input);
    const staff = await whoOwesCode(asker);
    if (!staff) return { ok: false, code: "expired", to: `/admin/sign-in${nextQuery(next)}` };
    const isFree = await Promise.all([
      takeAttempt(limits.code, staff.id),
      takeAttempt(limits.codeClient, input.client),
    ]);
    if (isFree.includes(false)) return { ok: false, code: "too_often", to };
    const code = readCode(input.fields.get("code"));
    const isUnused = code.kind === "recovery" || (await takeAttempt(limits.codeUse, `${staff.id}:${code.text}`));
    const entered = isUnused ? await signInByCode(asker, code) : null;
    if (entered?.step !== "in") return { ok: false, code: "code_wrong", to };
    await forgetAttempts(limits.code, staff.id);
    await giveBackAttempt(limits.codeClient, input.client);
    return { ok: true, to: next, cookies: entered.cookies };
  },
};

const leave: StaffAction = {
  audience: "anyone",
  run: async (input) => ({
    ok: true,
    to: "/admin/sign-in",
    said: "signed_out",
    cookies: await signOut(await askerOf(input)),
  }),
};

export const signInActions: Record<string, StaffAction> = {
  "sign-in": signIn,
  "sign-in-code": signInCode,
  "sign-out": leave,
};

function nextQuery(next: string): string {
  return next === "/admin" ? "" : `?next=${encodeURIComponent(next)}`;
}
