import { createHash } from "node:crypto";
import { readSigned, signedValue } from "@/lib/auth/cookies";
import { isToken } from "@/lib/auth/token";
import { siteUrl } from "@/lib/core/env";
import { locales } from "@/lib/i18n/locales";
import { sharePath } from "@/lib/programme/share/rules";

/** A code that was right is asked for again after so long. */
const codeSeconds = 30 * 24 * 3600;
const seenSeconds = 400 * 24 * 3600;

function names() {
  const isSecure = siteUrl().startsWith("https:");
  const prefix = isSecure ? "__Secure-portal" : "portal";
  return {
    isSecure,
    code: `${prefix}.code`,
    seen: `${prefix}.seen`,
    said: `${prefix}.answered`,
    made: `${prefix}.made`,
  };
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

/** Says that the questions after the visit were answered here. */
export function answeredCookies(token: string): string[] {
  return onPaths(token, `${names().said}=1`, seenSeconds);
}

export function hasAnswered(header: string | null): boolean {
  return readCookie(header, names().said) === "1";
}

/** Holds the number of the version that was seen last, 0 before one was sent out, and nothing else. */
export function seenCookies(token: string, version: number): string[] {
  return onPaths(token, `${names().seen}=${version}`, seenSeconds);
}

/** @returns null where nothing was seen yet */
export function readSeen(header: string | null): number | null {
  const text = readCookie(header, names().seen);
  return /^(?:0|[1-9]\d{0,4})$/.test(text) ? Number(text) : null;
}

const madeSeconds = 300;

/** Carries the address of a new link to the one page that shows it; it is written down nowhere else. */
export function madeCookie(path: string, made: { linkId: string; token: string } | null): string {
  const { made: name, isSecure } = names();
  const value = made ? `${made.linkId}.${made.token}` : "";
  const age = made ? madeSeconds : 0;
  return `${name}=${value}; Max-Age=${age}; Path=${path}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

/** @returns the token of this link, where it was made a moment ago */
export function readMade(header: string | null, linkId: string): string | null {
  const [id, token = ""] = readCookie(header, names().made).split(".");
  return id === linkId && isToken(token) ? token : null;
}

function readCookie(header: string | null, name: string): string {
  const pair = (header ?? "").split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? "";
}
