import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { type Asker, headersFor, orRefused } from "@/lib/auth/asker";
import { auth } from "@/lib/auth/better-auth";
import { cookieRules, lastActorCookie, readSigned } from "@/lib/auth/cookies";
import { forgetOld } from "@/lib/auth/limit/mutations";
import { findSession } from "@/lib/auth/staff-queries";
import { db } from "@/lib/db/client";
import { whoOwesCode } from "@/lib/staff/sign-in/staff-queries";

export type SignedIn =
  | { step: "in"; cookies: string[]; staffId: string }
  | { step: "code"; cookies: string[] }
  | { step: "refused" };

/** Tries e-mail and password. A session that the browser already has ends. */
export async function signInByPassword(asker: Asker, given: { email: string; password: string }): Promise<SignedIn> {
  const answer = await orRefused(() =>
    auth().api.signInEmail({ body: given, headers: headersFor(asker, null), returnHeaders: true }),
  );
  if (!answer) {
    // The address as it was typed is not written down: people type passwords there.
    await db().$transaction((tx) =>
      writeAudit(tx, { id: null, name: "", ipAddress: asker.client || null }, { action: "sign-in.refused" }),
    );
    return { step: "refused" };
  }
  const cookies = answer.headers.getSetCookie();
  if ("twoFactorRedirect" in answer.response) return { step: "code", cookies };
  const { id, name } = answer.response.user;
  return { step: "in", staffId: id, cookies: await entered(asker, { id, name }, cookies) };
}

/** Tries a code of the app, or one of the recovery codes, for whom gave his password before. */
export async function signInByCode(asker: Asker, code: { kind: "app" | "recovery"; text: string }): Promise<SignedIn> {
  const { challenge } = cookieRules();
  const staff = await whoOwesCode(asker);
  if (!staff) return { step: "refused" };
  const own = (asker.cookie ?? "").split(/;\s*/).find((pair) => pair.startsWith(`${challenge}=`)) ?? "";
  const input = { body: { code: code.text }, headers: headersFor(asker, own), returnHeaders: true } as const;
  const answer = await orRefused(async () =>
    code.kind === "app" ? await auth().api.verifyTOTP(input) : await auth().api.verifyBackupCode(input),
  );
  if (!answer) {
    const author = { ...staff, ipAddress: asker.client || null };
    await db().$transaction((tx) => writeAudit(tx, author, { action: "sign-in.refused", detail: { step: "code" } }));
    return { step: "refused" };
  }
  return { step: "in", staffId: staff.id, cookies: await entered(asker, staff, answer.headers.getSetCookie()) };
}

/** @returns the cookies that take the session from the browser */
export async function signOut(asker: Asker): Promise<string[]> {
  const token = readSigned(asker.cookie, cookieRules().session);
  const session = token ? await findSession(token) : null;
  if (session) {
    const { id, name } = session.staff;
    await db().$transaction(async (tx) => {
      await tx.session.deleteMany({ where: { id: session.id } });
      await writeAudit(tx, { id, name, ipAddress: asker.client || null }, { action: "sign-out" });
    });
  }
  const answer = await auth().api.signOut({ headers: headersFor(asker, asker.cookie), returnHeaders: true });
  return answer.headers.getSetCookie();
}

async function entered(asker: Asker, staff: { id: string; name: string }, cookies: string[]): Promise<string[]> {
  const before = readSigned(asker.cookie, cookieRules().session);
  await db().$transaction(async (tx) => {
    if (before) await tx.session.deleteMany({ where: { token: before } });
    await writeAudit(tx, { ...staff, ipAddress: asker.client || null }, { action: "sign-in" });
  });
  await forgetOld(new Date());
  return [...cookies, lastActorCookie(staff.id)];
}
