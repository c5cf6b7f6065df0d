import path from "node:path";
import sharp from "sharp";
import { longestEdge, mostPixels } from "@/lib/core/files/kind";
import { log } from "@/lib/core/log";
import { widthsFor } from "@/lib/media/rules";

// One picture, one thread, nothing kept: memory is that of one picture, whatever waits.
sharp.cache(false);
sharp.concurrency(1);

export type DrawnSizes = { width: number; height: number; sizes: { width: number; file: string }[] };

const quality = 80;

/**
 * Decodes a picture and writes it anew as WebP in its widths: upright, in sRGB, without EXIF, position, XMP or colour
 * profile, and so without anything that hid in the file.
 *
 * @param folder where the files are written
 * @returns      measures of the upright picture; null for one that cannot be decoded as a whole
 */
export async function drawSizes(original: string, folder: string): Promise<DrawnSizes | null> {
  const options = { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true, animated: false } as const;
  try {
    const { autoOrient, format } = await sharp(original, options).metadata();
    if (!["jpeg", "png", "webp"].includes(format) || Math.max(autoOrient.width, autoOrient.height) > longestEdge) {
      return null;
    }
    const sizes = [];
    for (const width of widthsFor(autoOrient.width)) {
      const file = path.join(folder, `${width}.webp`);
      await sharp(original, options)
        .autoOrient()
        .resize({ width, withoutEnlargement: true })
        .webp({ quality, effort: 4 })
        .timeout({ seconds: 60 })
        .toFile(file);
      sizes.push({ width, file });
    }
    return { width: autoOrient.width, height: autoOrient.height, sizes };
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
    // The disk is our fault, and not the picture's.
    if (code === "ENOSPC") throw error;
    log.info({ reason: error instanceof Error ? error.message : "unknown" }, "a picture cannot be decoded");
    return null;
  }
}

/**
 * A part of a prepared picture, with what must stay in sight as near to the middle as the picture allows.
 *
 * @param cut  pixels; focal: percent from the left and the top
 * @returns    JPEG; null for a file that cannot be decoded
 */
export async function cutAround(
  picture: Buffer,
  cut: { width: number; height: number; focal: { x: number; y: number } },
): Promise<Buffer | null> {
  try {
    const { width, height } = await sharp(picture).metadata();
    const scale = Math.max(cut.width / width, cut.height / height);
    const whole = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
    const from = (length: number, part: number, percent: number) =>
      Math.round(Math.min(length - part, Math.max(0, (length * percent) / 100 - part / 2)));
    return await sharp(picture)
      .resize({ ...whole, fit: "fill" })
      .extract({
        left: from(whole.width, cut.width, cut.focal.x),
        top: from(whole.height, cut.height, cut.focal.y),
        width: cut.width,
        height: cut.height,
      })
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "a prepared picture cannot be decoded");
    return null;
  }
}
