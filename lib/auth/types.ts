import type { Locale } from "@/lib/i18n/locales";

/** What somebody may do, from the table in rules.ts. */
export const roles = [
  "editor",
  "translator",
  "approver",
  "organizer",
  "coordinator",
  "park_operator",
  "operator",
] as const;
export type Role = (typeof roles)[number];

/** A role and where it holds: in one region, for one site (park operator) or everywhere (operator). */
export type Grant = { role: Role; regionId: string | null; siteId: string | null };

declare const minted: unique symbol;

/**
 * A member of staff who is signed in. Only `lib/auth/session.ts` makes one; `handed-over.ts` takes one over that the web
 * server hands to a process of its own.
 */
export type Actor = {
  readonly [minted]: true;
  id: string;
  name: string;
  email: string;
  locale: Locale;
  grants: Grant[];
  sessionId: string;
  hasSecondFactor: boolean;
  /** their role demands a second factor that they do not have yet: until then they have no rights */
  mustSetUpSecondFactor: boolean;
  /** where the request came from, for the audit log */
  ipAddress: string | null;
};

/** What of an actor decides about rights. */
export type Rights = Pick<Actor, "grants">;
