import "server-only";
import { forgetAttempts, takeAttempt } from "@/lib/auth/limit/mutations";
import { limits } from "@/lib/auth/limit/rules";
import { secondFactorPath } from "@/lib/auth/session";
import type { Actor } from "@/lib/auth/types";
import type { FormInput, RefusalCode, Result, StaffAction } from "@/lib/form/types";
import { askerOf } from "@/lib/staff/asker";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  putCodesAway,
  renewRecoveryCodes,
} from "@/lib/staff/second-factor/mutations";
import { readCode } from "@/lib/staff/sign-in/rules";

const page = secondFactorPath;

const begin: StaffAction = {
  audience: "staff",
  secrets: ["password"],
  run: (actor, input) =>
    byPassword(actor, input, async (password) =>
      (await beginSecondFactor(await askerOf(input), password)) ? { ok: true, to: page } : null,
    ),
};

const confirm: StaffAction = {
  audience: "staff",
  secrets: ["code"],
  run: async (actor, input) => {
    const code = readCode(input.fields.get("code"));
    const refuse = (why: RefusalCode): Result => ({ ok: false, to: page, code: why, fields: { code: why } });
    if (!(await takeAttempt(limits.code, actor.id))) return refuse("too_often");
    const isUnused = code.kind === "app" && (await takeAttempt(limits.codeUse, `${actor.id}:${code.text}`));
    const cookies = isUnused ? await confirmSecondFactor(actor, await askerOf(input), code.text) : null;
    if (!cookies) return refuse("code_wrong");
    await forgetAttempts(limits.code, actor.id);
    return { ok: true, to: page, said: "second_factor_on", cookies };
  },
};

const renewCodes: StaffAction = {
  audience: "staff",
  secrets: ["password"],
  run: (actor, input) =>
    byPassword(actor, input, async (password) =>
      (await renewRecoveryCodes(actor, await askerOf(input), password))
        ? { ok: true, to: page, said: "created" }
        : null,
    ),
};

const putAway: StaffAction = {
  audience: "staff",
  run: async (actor) => {
    await putCodesAway(actor);
    return { ok: true, to: "/admin" };
  },
};

const end: StaffAction = {
  audience: "staff",
  secrets: ["password"],
  run: (actor, input) =>
    byPassword(actor, input, async (password) => {
      // Whose role demands it has no rights from now on until it is set up again.
      const cookies = await endSecondFactor(actor, await askerOf(input), password);
      return cookies ? { ok: true, to: page, said: "second_factor_off", cookies } : null;
    }),
};

export const secondFactorActions: Record<string, StaffAction> = {
  "second-factor-begin": begin,
  "second-factor-confirm": confirm,
  "second-factor-codes": renewCodes,
  "second-factor-put-away": putAway,
  "second-factor-end": end,
};

/** What asks for the password again: guesses are counted as at the sign-in. @param act  null: it does not fit */
async function byPassword(
  actor: Actor,
  { fields }: FormInput,
  act: (password: string) => Promise<Result | null>,
): Promise<Result> {
  const refuse = (code: RefusalCode): Result => ({ ok: false, to: page, code, fields: { password: code } });
  if (!(await takeAttempt(limits.signInAccount, actor.email))) return refuse("too_often");
  const result = await act(fields.all("password").at(-1) ?? "");
  if (!result) return refuse("password_wrong");
  await forgetAttempts(limits.signInAccount, actor.email);
  return result;
}
