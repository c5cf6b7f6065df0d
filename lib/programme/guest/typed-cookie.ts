import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import type { Locale } from "@/lib/i18n/locales";
import { type Typed, typedSchema } from "@/lib/programme/guest/schema";
import { sharePath } from "@/lib/programme/share/rules";

const name = "portal.typed";
const seconds = 600;

/**
 * What somebody typed into a form that was refused, for the page that shows it again: the portal keeps nothing of it.
 *
 * @param typed null: it was taken, so it goes
 */
export function typedCookie(locale: Locale, token: string, typed: Typed | null): string {
  const value = typed ? brotliCompressSync(JSON.stringify(typed)).toString("base64url") : "";
  return `${name}=${value}; Max-Age=${typed ? seconds : 0}; Path=${sharePath(locale, token)}; HttpOnly; SameSite=Lax`;
}

/** @param header the whole Cookie header */
export function readTyped(header: string | null): Typed {
  const pair = (header ?? "").split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  const value = pair?.slice(name.length + 1) ?? "";
  if (!/^[\w-]{1,4000}$/.test(value)) return {};
  try {
    const text = brotliDecompressSync(Buffer.from(value, "base64url"), { maxOutputLength: 20_000 }).toString("utf8");
    return typedSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
