import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { readParts } from "@/lib/core/files/multipart";

/** A form with one file, which lies on the disk until `remove` is called. */
export type Received = {
  fields: [name: string, value: string][];
  /** null where none was chosen */
  file: { path: string; name: string } | null;
  remove: () => Promise<void>;
};

const longestField = 10_000;
const mostFields = 30;

/**
 * Puts the file of a form on the disk as it comes, so that no process holds a long list in memory.
 *
 * @throws BrokenFormError when the form is none or ends early
 */
export async function receiveList(body: AsyncIterable<Uint8Array>, type: string): Promise<Received> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "portal-list-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const received: Received = { fields: [], file: null, remove };
  try {
    for await (const part of readParts(body, type)) {
      if (part.fileName !== null) {
        if (part.fileName === "" || received.file) continue;
        const file = path.join(folder, "list");
        await pipeline(Readable.from(part.body), createWriteStream(file, { mode: 0o600 }));
        received.file = { path: file, name: part.fileName };
        continue;
      }
      let value = "";
      for await (const piece of part.body) if (value.length < longestField) value += piece.toString("utf8");
      if (received.fields.length < mostFields) received.fields.push([part.name, value]);
    }
    return received;
  } catch (error) {
    await remove();
    throw error;
  }
}
