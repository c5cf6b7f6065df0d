import { analyse } from "chardet";
import { UnreadableFile } from "@/lib/spreadsheet/types";

/** Encodings in which offices of the two countries save tables. */
const known = ["windows-1251", "gb18030", "koi8-r"] as const;
const sampleBytes = 200_000;

/**
 * The text of a CSV file, whatever it was saved in: UTF-8 and UTF-16 with or without a mark, windows-1251, GB18030.
 *
 * @throws UnreadableFile when it is no text
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decodeAs("utf-16le", bytes);
  if (a === 0xfe && b === 0xff) return decodeAs("utf-16be", bytes);
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(wide, bytes);
  if (bytes.subarray(0, sampleBytes).includes(0)) throw new UnreadableFile("no_table");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const guessed = analyse(bytes.subarray(0, sampleBytes))
      .map(({ name }) => name.toLowerCase())
      .flatMap((name) => known.find((one) => one === name) ?? []);
    return decodeAs(guessed[0] ?? "windows-1251", bytes);
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): { text: string; encoding: string } {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw new UnreadableFile("no_table");
  return { text, encoding };
}

/** Two bytes a letter without a mark: delimiters, digits and line ends then have a zero beside them. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4_000);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 4) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.05 && even === 0) return "utf-16le";
  return even > pairs * 0.05 && odd === 0 ? "utf-16be" : null;
}

/**
 * What parts the columns: that which stands most evenly in the first lines, outside of quotes. A comma also stands in
 * numbers, so a semicolon or a tab goes before it.
 */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 30);
  const [best] = [";", "\t", ",", "|"]
    .map((delimiter, order) => {
      const counts = lines.map((line) => line.split(delimiter).length - 1);
      const most = Math.max(0, ...counts);
      const even = counts.filter((count) => count > 0 && count === most).length;
      return { delimiter, score: most === 0 ? -1 : even + (delimiter === "," ? 0 : lines.length), order };
    })
    .sort((one, other) => other.score - one.score || one.order - other.order);
  return best && best.score >= 0 ? best.delimiter : ";";
}
