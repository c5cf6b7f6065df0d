import { createHash } from "node:crypto";
import { readSigned, signedValue } from "@/lib/auth/cookies";
import { siteUrl } from "@/lib/core/env";
import { locales } from "@/lib/i18n/locales";
import { sharePath } from "@/lib/programme/share/rules";

/** A code that was right is asked for again after so long. */
const codeSeconds = 30 * 24 * 3600;
const seenSeconds = 400 * 24 * 3600;

function names() {
  const isSecure = siteUrl().startsWith("https:");
  const prefix = isSecure ? "__Secure-portal" : "portal";
  return { isSecure, code: `${prefix}.code`, seen: `${prefix}.seen` };
}

/** One link shows its pages in each language under a path of its own, so it gets a cookie for each. */
function onPaths(token: string, pair: string, seconds: number): string[] {
  const { isSecure } = names();
  return locales.map(
    (locale) =>
      `${pair}; Max-Age=${seconds}; Path=${sharePath(locale, token)}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`,
  );
}

/** Binds a right answer to this link and to this very code: another code makes it worthless. */
function codeValue(linkId: string, codeHash: string): string {
  return `${linkId}:${createHash("sha256").update(codeHash).digest("hex").slice(0, 16)}`;
}

const codePurpose = "share-code:";

/** Says that the right code was given. */
export function codeCookies(token: string, { linkId, codeHash }: { linkId: string; codeHash: string }): string[] {
  const value = encodeURIComponent(signedValue(codeValue(linkId, codeHash), codePurpose));
  return onPaths(token, `${names().code}=${value}`, codeSeconds);
}

/** @param header the whole Cookie header of the request */
export function hasGivenCode(header: string | null, link: { linkId: string; codeHash: string }): boolean {
  return readSigned(header, names().code, codePurpose) === codeValue(link.linkId, link.codeHash);
}

/** Holds the number of the version that was seen last, and nothing else. */
export function seenCookies(token: string, version: number): string[] {
  return onPaths(token, `${names().seen}=${version}`, seenSeconds);
}

/** @returns null where nothing was seen yet */
export function readSeen(header: string | null): number | null {
  const pair = (header ?? "").split(/;\s*/).find((one) => one.startsWith(`${names().seen}=`));
  const text = pair?.slice(names().seen.length + 1) ?? "";
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}
