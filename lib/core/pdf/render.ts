import { createHash } from "node:crypto";
import path from "node:path";
import { LRUCache } from "lru-cache";
import { Typesetter } from "@/lib/core/pdf/process";

/** Finished documents, by what is in them; bytes. */
const mostKept = 16 * 1024 * 1024;

type State = { typesetter: Typesetter; kept: LRUCache<string, Uint8Array<ArrayBuffer>> };

/** One for the whole process: pages and routes are several bundles. */
const holder: typeof globalThis & { portalPdf?: State } = globalThis;

function state(): State {
  holder.portalPdf ??= {
    typesetter: new Typesetter({ script: path.join(/* turbopackIgnore: true */ process.cwd(), "dist/typesetter.mjs") }),
    kept: new LRUCache({ maxSize: mostKept, sizeCalculation: ({ length }) => length }),
  };
  return holder.portalPdf;
}

/**
 * Sets a document in a process of its own. The same data give the same bytes, which are kept for a while.
 *
 * @param template path of a Typst file from the root of the project; it reads its data from `sys.inputs.data`
 * @param data     plain JSON; pictures stand in it as the text of SVG files
 * @returns        a tagged PDF
 * @throws         PdfBusyError when too many are waiting; Error when the template fails or takes too long
 */
export async function renderPdf(template: string, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const json = JSON.stringify(data);
  const key = createHash("sha256").update(template).update("\0").update(json).digest("base64url");
  const { typesetter, kept } = state();
  const ready = kept.get(key);
  if (ready) return ready;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), template);
  const bytes = await typesetter.set(file, json);
  kept.set(key, bytes);
  return bytes;
}
