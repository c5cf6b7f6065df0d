/** Kinds of files that the library takes. */
export type FileKind = "jpeg" | "png" | "webp" | "pdf";

/** Why a file is not taken: the texts stand in messages/…/media.json. */
export const fileRefusals = [
  "empty",
  "too_big_image",
  "too_big_document",
  "too_big",
  "type_unknown",
  "type_heic",
  "type_svg",
  "type_gif",
  "name_differs",
  "too_many_pixels",
  "broken",
  "has_program",
  "pdf_encrypted",
  "pdf_active",
  "pdf_cut",
  "pdf_unusual",
  "animated",
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

export const mimeTypes: Record<FileKind, string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  pdf: "application/pdf",
};

const mebibyte = 1024 * 1024;
/** Longest file of a kind, bytes. */
export const longestImage = 40 * mebibyte;
export const longestDocument = 60 * mebibyte;
/** More take too much memory while they are unpacked; what full-frame cameras make passes. */
export const mostPixels = 64_000_000;
export const longestEdge = 20_000;

/** Bytes that tell the kind of a file. */
export const headLength = 64;

/**
 * What a file is by its first bytes.
 *
 * @param head the first 64 bytes, or all of a shorter file
 */
export function kindOfBytes(head: Buffer): FileKind | FileRefusal {
  if (head.length === 0) return "empty";
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (head.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "png";
  const text = head.toString("latin1");
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "webp";
  if (text.startsWith("%PDF-1.") || text.startsWith("%PDF-2.")) return "pdf";
  if (text.slice(4, 8) === "ftyp" && /^(?:heic|heix|hevc|heim|heis|mif1|msf1|avif)/.test(text.slice(8, 12))) {
    return "type_heic";
  }
  if (/^GIF8[79]a/.test(text)) return "type_gif";
  const plain = head.toString("utf8").replace(/^\ufeff/, "");
  if (/^\s*<(?:svg|\?xml|!doctype\s+svg)/i.test(plain)) return "type_svg";
  return "type_unknown";
}

const extensions: Record<string, FileKind> = {
  jpg: "jpeg",
  jpeg: "jpeg",
  jpe: "jpeg",
  png: "png",
  webp: "webp",
  pdf: "pdf",
};

/** What a file is by its name; null where the name says nothing that the library takes. */
export function kindOfName(name: string): FileKind | null {
  return extensions[/\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ""] ?? null;
}

/** Refuses by name and length alone, before a byte was read. */
export function refuseByName(name: string, byteSize: number): FileRefusal | null {
  if (byteSize <= 0) return "empty";
  if (byteSize > longestDocument) return "too_big";
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (/^(?:heic|heif|avif)$/.test(extension)) return "type_heic";
  if (/^svgz?$/.test(extension)) return "type_svg";
  if (extension === "gif") return "type_gif";
  const kind = kindOfName(name);
  if (!kind) return "type_unknown";
  return kind !== "pdf" && byteSize > longestImage ? "too_big_image" : null;
}

const longestFileName = 200;

/**
 * A file's name as people know it: for showing and for the name of a download, never for a path.
 *
 * @param given by the browser: perhaps a path, perhaps with signs that nobody sees
 */
export function cleanFileName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}"<>|:*?]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const [, name = "", extension = ""] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(plain) ?? [];
  return [...name].slice(0, longestFileName - extension.length).join("") + extension;
}
