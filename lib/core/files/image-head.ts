import type { FileKind } from "@/lib/core/files/kind";

/** What the beginning of a picture says about it. */
export type ImageHead = { width: number; height: number; isAnimated: boolean };

/** So many bytes of a file are looked through for its measures: camera data before them can be long. */
export const imageHeadLength = 1024 * 1024;

/**
 * Measures of a picture without decoding it: a decoder that is asked about a bomb has begun to unpack it.
 *
 * @param head the first MiB
 * @returns    null where the file has none that can be read
 */
export function readImageHead(kind: Exclude<FileKind, "pdf">, head: Buffer): ImageHead | null {
  try {
    if (kind === "png") return readPng(head);
    return kind === "webp" ? readWebp(head) : readJpeg(head);
  } catch (error) {
    // a field behind the end
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readPng(head: Buffer): ImageHead | null {
  if (head.toString("latin1", 12, 16) !== "IHDR") return null;
  const isAnimated = head.subarray(0, 4096).includes("acTL", 0, "latin1");
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20), isAnimated };
}

/** SOF0–SOF15 but for DHT, JPG and DAC. */
const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

function readJpeg(head: Buffer): ImageHead | null {
  for (let at = 2; at < head.length; ) {
    if (head.readUInt8(at) !== 0xff) return null;
    const marker = head.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (frames.has(marker)) {
      return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7), isAnimated: false };
    }
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + head.readUInt16BE(at + 2);
  }
  return null;
}

function readWebp(head: Buffer): ImageHead | null {
  switch (head.toString("latin1", 12, 16)) {
    case "VP8 ":
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff, isAnimated: false };
    case "VP8L": {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, isAnimated: false };
    }
    case "VP8X":
      return {
        width: head.readUIntLE(24, 3) + 1,
        height: head.readUIntLE(27, 3) + 1,
        isAnimated: (head.readUInt8(20) & 0x02) !== 0,
      };
    default:
      return null;
  }
}
