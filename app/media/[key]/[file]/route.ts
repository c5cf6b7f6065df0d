import { findPublicFile } from "@/lib/media/public-queries";
import { documentPath, nearestWidth, picturePath } from "@/lib/media/rules";
import { sendDocument, sendPicture } from "@/lib/media/send";

type Context = { params: Promise<{ key: string; file: string }> };

/** A published picture in one of its sizes, or a published document. The gate has looked at the form of the address. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { key, file } = await params;
  const found = await findPublicFile(key);
  if (!found || (found.kind === "document") !== (file === "file.pdf")) return new Response(null, { status: 404 });
  const { storageKey, fileName } = found;
  if (found.kind === "document") {
    if (storageKey !== key) return movedTo(documentPath(storageKey));
    return sendDocument({ storageKey, fileName, isPublic: true }, request);
  }
  const wished = Number(file.replace(".webp", ""));
  const width = nearestWidth(found.variants, wished);
  if (width === null) return new Response(null, { status: 404 });
  // An old address of a replaced picture leads to the new one, in the size that comes nearest.
  if (storageKey !== key) return movedTo(picturePath(storageKey, width));
  if (width !== wished) return new Response(null, { status: 404 });
  return sendPicture({ storageKey, width, isPublic: true }, request);
}

function movedTo(location: string): Response {
  return new Response(null, { status: 308, headers: { location, "cache-control": "public, max-age=300" } });
}
