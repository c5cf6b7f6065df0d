import { z } from "zod";
import { cleanFileName, fileRefusals } from "@/lib/core/files/kind";
import { type NewUpload, type UploadRefusal, uploadRefusals } from "@/lib/media/upload/types";

const id = z.guid().transform((text) => text.toLowerCase());
const idOrNone = z.union([z.literal("").transform(() => null), id]);

/** How an island says that it wants to send a file. */
const schema = z.object({
  batch: id,
  region: idOrNone,
  asset: idOrNone,
  name: z.string().transform(cleanFileName).pipe(z.string().min(1)),
  size: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
});

/** @returns null for anything else */
export function readNewUpload(fields: Record<string, unknown>): NewUpload | null {
  const parsed = schema.safeParse({ region: "", asset: "", ...fields });
  if (!parsed.success) return null;
  const { batch, region, asset, name, size } = parsed.data;
  return { batchId: batch, regionId: region, assetId: asset, fileName: name, byteSize: size };
}

/** The reason of a refusal as a column holds it. */
export function toRefusal(reason: string | null): UploadRefusal | null {
  if (reason === null) return null;
  const known: readonly string[] = [...fileRefusals, ...uploadRefusals];
  return known.includes(reason) ? (reason as UploadRefusal) : "broken";
}
