import "server-only";
import type { Actor } from "@/lib/auth/types";
import { cleanFileName, kindOfName, longestDocument, longestImage, refuseByName } from "@/lib/core/files/kind";
import { BrokenFormError, type Part, readParts } from "@/lib/core/files/multipart";
import {
  beginUpload,
  finishUpload,
  noteRefusal,
  receivedOf,
  receiveMore,
  refuse,
  setLength,
} from "@/lib/media/upload/mutations";
import { readNewUpload } from "@/lib/media/upload/schema";
import { getUpload } from "@/lib/media/upload/staff-queries";
import type { UploadRefusal, UploadView } from "@/lib/media/upload/types";

/** So many files a plain form may bring; others are sent with the next. */
const mostFiles = 50;
const longestField = 200;

/** The page that says how it went, behind the locale. */
type Ended = { to: string; isFull: boolean };

/**
 * Takes what a plain form sends, file by file as it comes, none of them held in memory. Fields that say where the files go
 * stand before the files.
 */
export async function receiveForm(
  actor: Actor,
  source: AsyncIterable<Uint8Array>,
  contentType: string,
): Promise<Ended> {
  const fields: Record<string, string> = {};
  let isFull = false;
  let count = 0;
  try {
    for await (const part of readParts(source, contentType)) {
      if (part.fileName === null) {
        fields[part.name] = await readField(part);
        continue;
      }
      // A picker without a choice sends a file without a name.
      if (part.fileName === "") continue;
      count += 1;
      if (count > mostFiles) continue;
      const reason = await receivePart(actor, fields, part);
      isFull ||= reason === "disk_full";
    }
  } catch (error) {
    // What came whole before the line was lost is in the library.
    if (!(error instanceof BrokenFormError)) throw error;
  }
  const to = /^\/admin\/media(?:\/[0-9a-f-]{36})?$/.test(fields.back ?? "") ? (fields.back ?? "") : "/admin/media";
  const batch = /^[0-9a-f-]{36}$/i.exec(fields.batch ?? "")?.[0];
  return { to: count > 0 && batch ? `${to}?batch=${batch.toLowerCase()}` : to, isFull };
}

async function receivePart(actor: Actor, fields: Record<string, string>, part: Part): Promise<UploadRefusal | null> {
  const name = cleanFileName(part.fileName ?? "") || "-";
  const limit = kindOfName(name) === "pdf" ? longestDocument : longestImage;
  const wish = readNewUpload({ ...fields, name, size: String(limit) });
  if (!wish) return null;
  const begun = await beginUpload(actor, wish);
  if ("refused" in begun) {
    await noteRefusal(actor, wish, begun.refused);
    return begun.refused;
  }
  const { id } = begun;
  const received = await receiveMore({ id, byteSize: limit }, 0, part.body);
  if ("refused" in received) return received.refused;
  if ("isOff" in received) return null;
  const empty = refuseByName(name, received.offset);
  if (empty) return refuse(id, empty);
  await setLength(id, received.offset);
  await finishUpload(actor, id);
  return (await getUpload(actor, id))?.reason ?? null;
}

async function readField({ body }: Part): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length <= longestField) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8").trim();
}

/** An upload as an island knows it. */
export type Progress = { upload: UploadView; offset: number };

/** Makes room for one file that an island will send in pieces. */
export async function begin(
  actor: Actor,
  fields: Record<string, unknown>,
): Promise<Progress | { refused: UploadRefusal }> {
  const wish = readNewUpload(fields);
  if (!wish) return { refused: "broken" };
  const begun = await beginUpload(actor, wish);
  if ("refused" in begun) {
    if (begun.refused !== "not_allowed") await noteRefusal(actor, wish, begun.refused);
    return begun;
  }
  return (await readProgress(actor, begun.id)) ?? { refused: "gone" };
}

/** How far an upload of this actor's own is; null where there is none. */
export async function readProgress(actor: Actor, id: string): Promise<Progress | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const upload = await getUpload(actor, id);
  if (!upload) return null;
  return { upload, offset: upload.state === "receiving" ? await receivedOf(id) : upload.byteSize };
}

/**
 * Takes the next piece, and the file into the library when it was the last.
 *
 * @returns null where there is no such upload; `isOff` with where it really is
 */
export async function goOn(
  actor: Actor,
  id: string,
  { offset, source }: { offset: number; source: AsyncIterable<Uint8Array> },
): Promise<(Progress & { isOff: boolean }) | null> {
  const known = await readProgress(actor, id);
  if (!known) return null;
  // The answer to the last piece was lost: it is given again.
  if (known.upload.state !== "receiving") return { ...known, isOff: false };
  const received = await receiveMore(known.upload, offset, source);
  const isOff = "isOff" in received;
  if ("offset" in received && received.offset === known.upload.byteSize) await finishUpload(actor, id);
  const after = await readProgress(actor, id);
  return after && { ...after, isOff };
}
