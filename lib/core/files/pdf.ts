import type { FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { inflate } from "node:zlib";
import type { FileRefusal } from "@/lib/core/files/kind";

const unpack = promisify(inflate);

/** Lists of objects are short; what is longer is made to hurt. Bytes, packed and unpacked, and lists looked into. */
const longestList = 8 * 1024 * 1024;
const longestUnpacked = 32 * 1024 * 1024;
const mostLists = 2_000;

/**
 * Names under which a PDF runs something, sends something, or carries other files. All are long enough not to turn up in
 * packed data by chance; a JavaScript action always has the long name too.
 *
 * @source ISO 32000-2, tables 201 (action types), 44 (file specifications), 15 (trailer)
 */
const activeNames = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "RichMedia",
  "SubmitForm",
  "ImportData",
  "GoToE",
];
const activePattern = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])/;

/** What one window of a PDF gives away, streams included. */
export function refusePdfWindow(text: string): FileRefusal | null {
  if (/\/Encrypt(?![A-Za-z0-9])/.test(text)) return "pdf_encrypted";
  return activePattern.test(text) || hasHiddenName(text) ? "pdf_active" : null;
}

/** Names may be spelled with codes: /J#61vaScript. */
function hasHiddenName(text: string): boolean {
  for (const [name] of text.matchAll(/\/[A-Za-z#0-9]{0,40}#[0-9A-Fa-f]{2}[A-Za-z#0-9]{0,40}/g)) {
    const plain = name
      .slice(1)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    if (activeNames.includes(plain) || plain === "Encrypt" || plain === "ObjStm") return true;
  }
  return false;
}

/** The end of a PDF, and the objects that stand in packed lists, which no search of the bytes would find. */
export async function refusePdf(handle: FileHandle, byteSize: number): Promise<FileRefusal | null> {
  const tail = await readText(handle, Math.max(0, byteSize - 2048), 2048);
  if (!/%%EOF\s*$/.test(tail.replace(/\0+$/, ""))) return "pdf_cut";
  let lists = 0;
  const step = 1024 * 1024;
  for (let at = 0; at < byteSize; at += step) {
    const text = await readText(handle, at, step + 8);
    for (const { index } of text.matchAll(/\/ObjStm/g)) {
      if (index >= step) continue;
      lists += 1;
      if (lists > mostLists) return "pdf_unusual";
      const refused = await refuseList(handle, at + index, byteSize);
      if (refused) return refused;
    }
  }
  return null;
}

/** @param at where the name of its type stands, in the dictionary before it */
async function refuseList(handle: FileHandle, at: number, byteSize: number): Promise<FileRefusal | null> {
  const from = Math.max(0, at - 1024);
  const around = await readText(handle, from, 4096);
  const begin = /stream\r?\n/g;
  begin.lastIndex = at - from;
  const start = begin.exec(around);
  // The word alone, in a text or in packed data, begins no list.
  if (!start) return null;
  const dictionary = around.slice(around.lastIndexOf("obj", at - from) + 3, start.index);
  const isPacked = /\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary);
  if (/\/(?:Predictor|Crypt|LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode)/.test(dictionary))
    return "pdf_unusual";
  const bytesAt = from + start.index + start[0].length;
  const raw = await readBytes(handle, bytesAt, Math.min(longestList, byteSize - bytesAt));
  const end = raw.indexOf("endstream", 0, "latin1");
  if (end < 0) return "pdf_unusual";
  const list = raw.subarray(0, end);
  try {
    const plain = isPacked ? await unpack(list, { maxOutputLength: longestUnpacked }) : list;
    return refusePdfWindow(plain.toString("latin1"));
  } catch {
    return "pdf_unusual";
  }
}

async function readBytes(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

async function readText(handle: FileHandle, at: number, length: number): Promise<string> {
  return (await readBytes(handle, at, length)).toString("latin1");
}
