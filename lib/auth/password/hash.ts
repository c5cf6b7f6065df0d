import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { normalPassword } from "@/lib/auth/password/rules";

/** 32 MB and some 0.2 s a password. @source OWASP Password Storage Cheat Sheet, scrypt */
const cost = { log2: 15, blockSize: 8, parallel: 3 } as const;
const keyLength = 32;

/** @returns scrypt$15$8$3$salt$key */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  const { log2, blockSize, parallel } = cost;
  return ["scrypt", log2, blockSize, parallel, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Also with the costs of earlier days, which stand in the hash. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [name, log2, blockSize, parallel, salt = "", key = ""] = hash.split("$");
  if (name !== "scrypt") return false;
  const expected = Buffer.from(key, "base64url");
  const found = await derive(password, Buffer.from(salt, "base64url"), {
    log2: Number(log2),
    blockSize: Number(blockSize),
    parallel: Number(parallel),
  });
  return expected.length === found.length && timingSafeEqual(expected, found);
}

type Cost = { log2: number; blockSize: number; parallel: number };

function derive(password: string, salt: Buffer, { log2, blockSize, parallel }: Cost): Promise<Buffer> {
  const N = 2 ** log2;
  const options: ScryptOptions = { N, r: blockSize, p: parallel, maxmem: 256 * N * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(normalPassword(password), salt, keyLength, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
