import { Unzip, UnzipInflate, unzipSync } from "fflate";
import { UnreadableFile } from "@/lib/spreadsheet/types";

/** An XLSX file is a ZIP archive of XML files. These limits are those of what is unpacked. */
const mostBytes = 120_000_000;
const mostRatio = 150;
const mostEntries = 300;
/** Below this, how well something is packed says nothing. */
const smallEntry = 1_000_000;
/** A document type stands before the first element: further in nothing is looked for. */
const headBytes = 16_384;

/**
 * Looks at the directory of an XLSX file before anything of it is unpacked, then at the first bytes of each part.
 *
 * @throws UnreadableFile when it would grow too large, has programs or foreign files in it, or declares entities
 */
export function checkPackage(bytes: Uint8Array): void {
  let total = 0;
  let entries = 0;
  let hasSheet = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        total += originalSize;
        if (entries > mostEntries) throw new UnreadableFile("too_many_parts");
        const isBomb = originalSize > smallEntry && originalSize / Math.max(1, size) > mostRatio;
        if (total > mostBytes || isBomb) throw new UnreadableFile("unpacks_too_big");
        if (/vbaProject|externalLinks|embeddings|activeX/i.test(name)) throw new UnreadableFile("macros");
        hasSheet ||= /^xl\/worksheets\//.test(name);
        return false;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("damaged");
  }
  if (!hasSheet) throw new UnreadableFile("no_table");
  refuseEntities(bytes);
}

/** Reads the head of every XML part and stops there: none of a spreadsheet's own parts has a document type. */
function refuseEntities(bytes: Uint8Array): void {
  let hasEntities = false;
  const unzip = new Unzip((file) => {
    if (!/\.(?:xml|rels|vml)$/i.test(file.name)) return;
    let head = "";
    file.ondata = (error, chunk, isLast) => {
      if (error) return;
      head += new TextDecoder("latin1").decode(chunk).replaceAll("\0", "");
      hasEntities ||= /<!(?:DOCTYPE|ENTITY)/i.test(head);
      if (head.length > headBytes && !isLast) file.terminate();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    const step = 65_536;
    for (let at = 0; at < bytes.length && !hasEntities; at += step) {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    }
  } catch {
    // What this reader stumbles over, the real one may read; it has limits of its own.
  }
  if (hasEntities) throw new UnreadableFile("entities");
}
