import { createHmac } from "node:crypto";
import { authSecret } from "@/lib/auth/cookies";

/**
 * Token of somebody who is told of changes: his link shows what the link shows by which he asked, and ends his mails. Made
 * anew from his number whenever a mail is written, so that neither the database nor a waiting mail holds it.
 *
 * @returns 256 bits in hexadecimal
 */
export function watcherToken(watcherId: string): string {
  return createHmac("sha256", authSecret()).update(`watcher:${watcherId}`).digest("hex");
}
