import { createHash } from "node:crypto";
import commonPasswords from "@/lib/auth/password/common-passwords.json";
import { passwordLength } from "@/lib/auth/password/limits";

const hashLength = 8;

/**
 * The 3,000 commonest passwords of the list of ten million (M. Burnett, public domain) and the 3,000 commonest of those
 * with twelve characters or more, as the beginnings of their hashes: the words themselves are no reading for anybody.
 */
const common = new Set(
  Array.from({ length: commonPasswords.hashes.length / hashLength }, (_, index) =>
    commonPasswords.hashes.slice(index * hashLength, (index + 1) * hashLength),
  ),
);

export type PasswordRefusal = "password_short" | "password_long" | "password_common";

/** A password as it is kept and compared: composed characters, nothing cut, folded or trimmed. */
export function normalPassword(typed: string): string {
  return typed.normalize("NFC");
}

/**
 * Why a new password is refused.
 *
 * @param own  what anybody knows of the person: e-mail address, name
 * @returns    null when it may be used
 * @source     OWASP ASVS 5.0.0, 6.2.1–6.2.9
 */
export function refusePassword(typed: string, own: readonly string[]): PasswordRefusal | null {
  const password = normalPassword(typed);
  const length = [...password].length;
  if (length < passwordLength.least) return "password_short";
  if (length > passwordLength.most) return "password_long";
  return isCommon(password) || repeats(password, own) ? "password_common" : null;
}

/** On the list itself; a listed word with digits and marks around it; a short piece over and over. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");
  const period = periodOf(lower);
  return (
    isListed(lower) ||
    (core.length >= 4 && isListed(core)) ||
    period.length <= 4 ||
    (period.length < lower.length && isListed(period)) ||
    isSequence(lower)
  );
}

function isListed(word: string): boolean {
  return common.has(createHash("sha256").update(word).digest().subarray(0, 6).toString("base64url"));
}

/** The shortest piece of which the text is a repetition. */
function periodOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}

/** abcdefghijkl, 210987654321. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const fitting = steps.filter((step) => step === steps[0] || Math.abs(step) === 9);
  return Math.abs(steps[0] ?? 0) <= 1 && fitting.length === steps.length;
}

/** The password is little more than what everybody knows of its owner. */
function repeats(password: string, own: readonly string[]): boolean {
  const lower = lettersOf(password);
  return own
    .flatMap((text) => [text, text.split("@")[0] ?? ""])
    .map(lettersOf)
    .some((text) => text.length >= 4 && lower.includes(text) && lower.length - text.length < 6);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
