import "server-only";
import { randomInt } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { twoFactor } from "better-auth/plugins";
import { authSecret, cookieRules } from "@/lib/auth/cookies";
import { hashPassword, verifyPassword } from "@/lib/auth/password/hash";
import { passwordLength } from "@/lib/auth/password/limits";
import { absoluteSessionSeconds } from "@/lib/auth/rules";
import { siteUrl } from "@/lib/core/env";
import { clientHeader } from "@/lib/core/gate/staff-request";
import { newId } from "@/lib/core/ids";
import { log } from "@/lib/core/log";
import { db } from "@/lib/db/client";

/** Stands in the app that shows the codes. */
export const issuer = "Russian Regions Portal";

/**
 * Passwords, sessions and codes. Its own addresses are not served: our actions call `api`, after our limits. Tables and
 * ids are ours.
 */
function make() {
  const { isSecure, prefix } = cookieRules();
  return betterAuth({
    appName: issuer,
    baseURL: siteUrl(),
    secret: authSecret(),
    database: prismaAdapter(db(), { provider: "postgresql" }),
    telemetry: { enabled: false },
    logger: { level: "error", log: (_, message) => log.error({ part: "sign-in" }, message) },
    user: { modelName: "staff" },
    // What ends a session by age is in the row; what ends an idle one is asked in lib/auth/session.ts.
    session: {
      fields: { userId: "staffId" },
      expiresIn: absoluteSessionSeconds,
      disableSessionRefresh: true,
    },
    account: { fields: { userId: "staffId" } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      // Counted in characters by our own rule; here in UTF-16, where one may be two.
      maxPasswordLength: 2 * passwordLength.most,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    advanced: {
      // Our account has no columns for sign-in by other sites.
      database: { generateId: () => newId(), validateSchema: false },
      cookiePrefix: prefix,
      useSecureCookies: false, // that would name them __Secure-
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
    databaseHooks: {
      session: {
        create: {
          /** Nobody who is disabled gets in, by whatever way. */
          before: async ({ userId }) => {
            const staff = await db().staff.findUnique({ where: { id: userId }, select: { disabledAt: true } });
            return staff !== null && staff.disabledAt === null ? undefined : false;
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer,
        schema: { twoFactor: { fields: { userId: "staffId" } } },
        backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
      }),
    ],
  });
}

let instance: ReturnType<typeof make> | undefined;

export function auth() {
  instance ??= make();
  return instance;
}

/** Letters and digits that nobody confuses when he copies them from paper. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten codes of twelve signs, some 59 bits each. */
function recoveryCodes(): string[] {
  return Array.from({ length: 10 }, () =>
    Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(""),
    ).join("-"),
  );
}
