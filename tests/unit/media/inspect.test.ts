import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/core/files/inspect";
import { longestImage } from "@/lib/core/files/kind";
import { packedList, pdfOf, phonePhoto, plainPicture, pngOf } from "@/tests/support/files";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "inspect-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

let number = 0;
async function verdict(name: string, bytes: Buffer | string): Promise<string> {
  const file = path.join(folder, String(++number));
  fs.writeFileSync(file, bytes);
  const found = await inspectFile(file, name);
  return "refused" in found ? found.refused : found.kind;
}

describe("what a file really is", () => {
  it("takes the four kinds under their names, whatever their letters' case", async () => {
    expect(await verdict("a.jpg", await phonePhoto({ width: 400, height: 300 }))).toBe("jpeg");
    expect(await verdict("a.JPEG", await plainPicture("jpeg"))).toBe("jpeg");
    expect(await verdict("a.png", await plainPicture("png"))).toBe("png");
    expect(await verdict("a.webp", await plainPicture("webp"))).toBe("webp");
    expect(await verdict("a.pdf", pdfOf())).toBe("pdf");
    expect(await verdict("a.pdf", pdfOf(packedList("4 0 << /Type /Font >>")))).toBe("pdf");
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic0000mif1", "latin1"), Buffer.alloc(99)]);
  it.each<[why: string, name: string, bytes: Buffer | string, reason: string]>([
    ["nothing", "a.jpg", "", "empty"],
    ["a drawing with a script", "a.svg", svg, "type_svg"],
    ["the same as a photo", "a.png", svg, "type_svg"],
    ["the same behind a BOM", "a.jpg", `\ufeff  ${svg}`, "type_svg"],
    ["a page", "a.jpg", "<!doctype html><script>alert(1)</script>", "type_unknown"],
    ["GIF and script at once", "a.jpg", "GIF89a/*\x01\x00*/=1;alert(1)", "type_gif"],
    ["a program", "invoice.pdf", Buffer.from("MZ\x90\x00\x03", "latin1"), "type_unknown"],
    ["an iPhone photo under another name", "a.jpg", heic, "type_heic"],
    ["a PDF as a photo", "a.jpg", pdfOf(), "name_differs"],
    ["a bomb of 65,500 squared", "a.png", pngOf(65_500, 65_500), "too_many_pixels"],
    ["one pixel line too long", "a.png", pngOf(20_001, 1), "too_many_pixels"],
    ["measures of nothing", "a.png", pngOf(0, 10), "broken"],
    ["a photo without a picture", "a.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xd9]), "broken"],
    ["PDF and page at once", "a.pdf", Buffer.concat([pdfOf(), Buffer.from("<html><body>")]), "pdf_cut"],
    ["a page inside a PDF", "a.pdf", pdfOf("(<script>alert(1)</script>)"), "has_program"],
    ["a PDF that breaks off", "a.pdf", pdfOf().subarray(0, 90), "pdf_cut"],
    ["a PDF with a password", "a.pdf", pdfOf("<< /Encrypt 9 0 R >>"), "pdf_encrypted"],
    ["a PDF with a script", "a.pdf", pdfOf("<< /S /JavaScript /JS (app.alert(1)) >>"), "pdf_active"],
    ["the same spelt with codes", "a.pdf", pdfOf("<< /S /J#61vaScript /JS (1) >>"), "pdf_active"],
    ["a PDF that starts a program", "a.pdf", pdfOf("<< /S /Launch /F (cmd.exe) >>"), "pdf_active"],
    ["a PDF that carries a file", "a.pdf", pdfOf("<< /Type /EmbeddedFile >>"), "pdf_active"],
    ["a script in a packed list", "a.pdf", pdfOf(packedList("4 0 << /S /JavaScript >>")), "pdf_active"],
    [
      "a list that cannot be unpacked",
      "a.pdf",
      pdfOf("<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nxx\nendstream"),
      "pdf_unusual",
    ],
    [
      "a list of unusual packing",
      "a.pdf",
      pdfOf("<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nxx\nendstream"),
      "pdf_unusual",
    ],
    ["a list that unpacks to 64 MiB", "a.pdf", pdfOf(packedList("0".repeat(64 * 1024 * 1024))), "pdf_unusual"],
  ])("refuses %s (%s)", async (_, name, bytes, reason) => {
    expect(await verdict(name, bytes)).toBe(reason);
  });

  it("refuses a photo with a program behind it, wherever in the file it stands", async () => {
    const photo = await plainPicture("jpeg");
    expect(await verdict("a.jpg", Buffer.concat([photo, Buffer.from("<?php system($_GET['c']); ?>")]))).toBe(
      "has_program",
    );
    // across the border of two windows
    const far = Buffer.concat([photo, Buffer.alloc(256 * 1024 - photo.length - 3), Buffer.from("<?php x")]);
    expect(await verdict("a.jpg", far)).toBe("has_program");
  });

  it("takes a picture of the allowed length and refuses one byte more", async () => {
    const photo = await plainPicture("jpeg");
    const padded = (length: number) => Buffer.concat([photo, Buffer.alloc(length - photo.length)]);
    expect(await verdict("a.jpg", padded(longestImage))).toBe("jpeg");
    expect(await verdict("a.jpg", padded(longestImage + 1))).toBe("too_big_image");
  });
});
