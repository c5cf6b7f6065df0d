import { randomBytes, randomFillSync } from "node:crypto";

let lastMillisecond = 0;
let counter = 0;

/** Random bytes for so many ids at once: asking the system for each costs more than all the rest. */
const pool = Buffer.alloc(8 * 512);
let used = pool.length;

function randomTail(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 8;
  return pool.subarray(used - 8, used);
}

/**
 * A new row id, made by the application because documents need ids before they are saved.
 *
 * @returns UUID v7 in lower case. Ids of one process never go back, even when its clock does, so rows keep their order
 *          of birth; ids of two processes are ordered to the millisecond.
 * @throws  never
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
  } else {
    counter += 1;
    // 12 bits of counter per millisecond; the next one borrows from the clock.
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const time = lastMillisecond.toString(16).padStart(12, "0");
  const versionAndCounter = (0x7000 | counter).toString(16);
  const tail = randomTail();
  tail.writeUInt8((tail.readUInt8(0) & 0x3f) | 0x80, 0); // variant bits of RFC 9562
  const end = tail.toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-${versionAndCounter}-${end.slice(0, 4)}-${end.slice(4)}`;
}

/** Letters and digits that nobody takes for one another, 5 bits each. */
const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/** A new last folder of a file's addresses: 130 random bits. */
export function newStorageKey(): string {
  return [...randomBytes(26)].map((byte) => letters[byte & 31]).join("");
}
