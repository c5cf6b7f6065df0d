import { createHmac, timingSafeEqual } from "node:crypto";
import { env, siteUrl } from "@/lib/core/env";

/** @throws Error when it is not set: `npm start` makes one by itself */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is not set: start the portal with `npm start`, or set it");
  return AUTH_SECRET;
}

/** Over https a cookie is bound to this very host by its name. */
export function cookieRules() {
  const isSecure = siteUrl().startsWith("https:");
  const prefix = isSecure ? "__Host-portal" : "portal";
  return {
    isSecure,
    prefix,
    session: `${prefix}.session_token`,
    /** between password and code */
    challenge: `${prefix}.two_factor`,
    /** who signed in here last */
    last: `${prefix}.last`,
  };
}

/**
 * The value of a cookie that we signed.
 *
 * @param header  the whole Cookie header
 * @param purpose stands before the value when it is signed, so that one cookie cannot pass for another
 * @returns       null when it is not there or the signature does not fit
 */
export function readSigned(header: string | null, name: string, purpose = ""): string | null {
  const pair = (header ?? "").split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  const text = decoded(pair?.slice(name.length + 1) ?? "");
  const dot = text.lastIndexOf(".");
  if (dot < 1) return null;
  const value = text.slice(0, dot);
  const given = Buffer.from(text.slice(dot + 1));
  const expected = Buffer.from(signature(purpose + value));
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

/** A value with our signature behind it, as `readSigned` reads it; to be encoded for a cookie. */
export function signedValue(value: string, purpose: string): string {
  return `${value}.${signature(purpose + value)}`;
}

const lastPurpose = "last:";
const halfYearSeconds = 180 * 24 * 3600;

/** Says who signed in with this browser last, so that what somebody sent after his session ended finds its owner. */
export function lastActorCookie(staffId: string): string {
  const { last, isSecure } = cookieRules();
  const value = encodeURIComponent(signedValue(staffId, lastPurpose));
  return `${last}=${value}; Max-Age=${halfYearSeconds}; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

export function readLastActor(header: string | null): string | null {
  return readSigned(header, cookieRules().last, lastPurpose);
}

function signature(text: string): string {
  return createHmac("sha256", authSecret()).update(text).digest("base64");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
