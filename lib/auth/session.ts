import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { cookieRules, readLastActor, readSigned } from "@/lib/auth/cookies";
import { touchSession } from "@/lib/auth/mutations";
import { idleSessionSeconds, secondFactorRoles } from "@/lib/auth/rules";
import { findSession } from "@/lib/auth/staff-queries";
import type { Actor } from "@/lib/auth/types";
import { clientHeader } from "@/lib/core/gate/staff-request";
import type { Locale } from "@/lib/i18n/locales";

/** A session is not written to at each request. */
const touchAfterMs = 5 * 60_000;

/** Where the second factor is set up: the one page of somebody who still lacks the one that his role demands. */
export const secondFactorPath = "/admin/account/second-factor";

/** Who is signed in; null: nobody. Once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const given = await headers();
  const token = readSigned(given.get("cookie"), cookieRules().session);
  if (!token) return null;
  const now = new Date(); // the real clock: a session is not a matter of what the portal shows
  const row = await findSession(token);
  if (!row || row.staff.disabledAt !== null || row.expiresAt <= now) return null;
  const idleMs = now.getTime() - row.updatedAt.getTime();
  if (idleMs >= idleSessionSeconds * 1000) return null;
  if (idleMs > touchAfterMs) await touchSession(row.id, now);
  const { disabledAt: _, twoFactorEnabled, grants, ...staff } = row.staff;
  const mustSetUpSecondFactor = !twoFactorEnabled && grants.some(({ role }) => secondFactorRoles.includes(role));
  const actor: Omit<Actor, keyof Minted> = {
    ...staff,
    grants: mustSetUpSecondFactor ? [] : grants,
    sessionId: row.id,
    hasSecondFactor: twoFactorEnabled,
    mustSetUpSecondFactor,
    ipAddress: given.get(clientHeader) || null,
  };
  return actor as Actor;
});

/** What only this file may add. */
type Minted = { [Key in keyof Actor as Key extends symbol ? Key : never]: Actor[Key] };

/**
 * Who is signed in, on a page that somebody must be signed in for. Others are sent to sign in, or to set up the second
 * factor that their role demands.
 *
 * @param next  this very page, behind the locale, with its query
 */
export async function requireActor(
  locale: Locale,
  next: string,
  { withoutSecondFactor = false }: { withoutSecondFactor?: boolean } = {},
): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/${locale}/admin/sign-in?next=${encodeURIComponent(next)}`);
  if (actor.mustSetUpSecondFactor && !withoutSecondFactor) redirect(`/${locale}${secondFactorPath}`);
  return actor;
}

/** Who was signed in with this browser last, by a cookie that we signed. Says nothing about rights. */
export async function lastActorId(): Promise<string | null> {
  return readLastActor((await headers()).get("cookie"));
}
