import { unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What is read out of a PDF, page by page. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""));
  }
  await document.destroy();
  return pages;
}

/** All that stands in an Office file, its properties too. */
export function officeText(bytes: Uint8Array): string {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".xml"));
  const text = parts.map(([, part]) => new TextDecoder().decode(part).replace(/<[^>]+>/g, " ")).join("\n");
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Without what typesetting puts between letters, so that no name hides behind a line break. */
export function joinedLetters(text: string): string {
  return text.normalize("NFC").replace(/[\s\u00ad\u200b\u2060-]+/g, "");
}
