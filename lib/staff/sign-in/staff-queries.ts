import "server-only";
import type { Asker } from "@/lib/auth/asker";
import { cookieRules, readSigned } from "@/lib/auth/cookies";
import { findChallenged } from "@/lib/auth/staff-queries";

/** Who gave his password with this browser a moment ago, and still owes the code. */
export async function whoOwesCode(asker: Pick<Asker, "cookie">): Promise<{ id: string; name: string } | null> {
  const identifier = readSigned(asker.cookie, cookieRules().challenge);
  return identifier ? findChallenged(identifier, new Date()) : null;
}
