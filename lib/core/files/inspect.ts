import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { type ImageHead, imageHeadLength, readImageHead } from "@/lib/core/files/image-head";
import {
  type FileKind,
  type FileRefusal,
  headLength,
  kindOfBytes,
  kindOfName,
  longestDocument,
  longestEdge,
  longestImage,
  mostPixels,
} from "@/lib/core/files/kind";
import { refusePdf, refusePdfWindow } from "@/lib/core/files/pdf";
import { Queue } from "@/lib/core/files/queue";

export type Inspected =
  | { kind: FileKind; sha256: Buffer; byteSize: number; image: ImageHead | null }
  | { refused: FileRefusal };

/** Only so much of a file is in memory at a time; neighbours share what the longest pattern needs. */
const windowLength = 256 * 1024;
const overlap = 256;

/** Files are looked at one after the other, through one window: a hundred at once take no more memory than one. */
const inspections = new Queue(1);
const glass = Buffer.alloc(Math.max(imageHeadLength, windowLength + overlap));

/**
 * Looks at a file that somebody uploaded, whatever it is called: its first bytes, its name, its measures, and whether
 * something else hides in it. Nothing is decoded or unpacked but, within limits, lists of objects in a PDF. What passes is
 * decoded and written anew later; what is refused here is refused before that costs anything.
 *
 * @param name as it was called
 */
export function inspectFile(file: string, name: string): Promise<Inspected> {
  return inspections.run(async () => {
    const handle = await open(file, "r");
    try {
      return await inspect(handle, name);
    } finally {
      await handle.close();
    }
  });
}

async function inspect(handle: FileHandle, name: string): Promise<Inspected> {
  const { size: byteSize } = await handle.stat();
  const kind = kindOfBytes(await readAt(handle, 0, headLength));
  if (!isKind(kind)) return { refused: kind };
  if (byteSize > (kind === "pdf" ? longestDocument : longestImage)) {
    return { refused: kind === "pdf" ? "too_big_document" : "too_big_image" };
  }
  if (kindOfName(name) !== kind) return { refused: "name_differs" };
  const image = kind === "pdf" ? null : readImageHead(kind, await readAt(handle, 0, imageHeadLength));
  const refused = kind === "pdf" ? await refusePdf(handle, byteSize) : refuseImage(image);
  if (refused) return { refused };
  const hash = createHash("sha256");
  for (let at = 0; at < byteSize; at += windowLength) {
    const piece = await readAt(handle, at, windowLength + overlap);
    hash.update(piece.subarray(0, windowLength));
    const text = piece.toString("latin1");
    const hidden = refuseProgram(text) ?? (kind === "pdf" ? refusePdfWindow(text) : null);
    if (hidden) return { refused: hidden };
  }
  return { kind, sha256: hash.digest(), byteSize, image };
}

function isKind(kind: FileKind | FileRefusal): kind is FileKind {
  return kind === "jpeg" || kind === "png" || kind === "webp" || kind === "pdf";
}

function refuseImage(image: ImageHead | null): FileRefusal | null {
  if (!image || image.width < 1 || image.height < 1) return "broken";
  if (image.isAnimated) return "animated";
  const { width, height } = image;
  return width * height > mostPixels || Math.max(width, height) > longestEdge ? "too_many_pixels" : null;
}

/** A file that is at once a page or a script. */
function refuseProgram(text: string): FileRefusal | null {
  return /<\?php|<script[\s>/]|<html[\s>]|<!doctype html/i.test(text) ? "has_program" : null;
}

/** What stands there, until the next is read. */
async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead } = await handle.read(glass, 0, length, at);
  return glass.subarray(0, bytesRead);
}
