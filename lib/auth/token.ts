import { createHash, randomBytes } from "node:crypto";

/** What a secret link holds: 256 bits in hexadecimal, so that its path stays lower case. We keep the hash. */
export function newToken(): { token: string; hash: Buffer<ArrayBuffer> } {
  const token = randomBytes(32).toString("hex");
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash("sha256").update(token).digest());
}

export function isToken(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
