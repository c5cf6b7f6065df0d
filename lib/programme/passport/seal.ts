import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/core/env";

/** AES-256-GCM: 12 bytes of nonce, then the text, then 16 bytes of tag. */
const nonceLength = 12;
const tagLength = 16;

export type Sealed = { cipherText: Uint8Array<ArrayBuffer>; keyId: string };

/**
 * Encrypts a text with a key that is made of AUTH_SECRET and serves for nothing else.
 *
 * @param belongsTo what the text is about; opened for anything else it is refused, so that no row can take another's place
 * @throws          Error when no AUTH_SECRET is set
 */
export function seal(text: string, belongsTo: string): Sealed {
  const { key, keyId } = currentKey();
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(belongsTo, "utf8"));
  const parts = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
  return { cipherText: new Uint8Array(Buffer.concat(parts)), keyId };
}

/**
 * The text that was sealed.
 *
 * @returns null where it was sealed with another key, is about something else, or was changed
 */
export function unseal({ cipherText, keyId }: { cipherText: Uint8Array; keyId: string }, belongsTo: string) {
  const known = currentKey();
  if (keyId !== known.keyId || cipherText.length < nonceLength + tagLength) return null;
  const bytes = Buffer.from(cipherText);
  const decipher = createDecipheriv("aes-256-gcm", known.key, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(belongsTo, "utf8"));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
  try {
    const text = decipher.update(bytes.subarray(nonceLength, bytes.length - tagLength));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** The key, and a name of it that tells nothing about it. */
function currentKey(): { key: Buffer; keyId: string } {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is not set: start the portal with `npm start`, or set it");
  const derive = (info: string, length: number) => Buffer.from(hkdfSync("sha256", AUTH_SECRET, "", info, length));
  return {
    key: derive("portal: passport data, AES-256-GCM, 1", 32),
    keyId: derive("portal: name of the key of passport data, 1", 6).toString("hex"),
  };
}
