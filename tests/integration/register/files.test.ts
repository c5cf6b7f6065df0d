import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTable } from "@/lib/spreadsheet/child";
import { type SheetRow, UnreadableFile } from "@/lib/spreadsheet/types";
import { toFile } from "@/lib/spreadsheet/write";
import { prepareReader } from "@/tests/support/registers";
import { toWindows1251 } from "@/tests/support/windows-1251";

let folder: string;
beforeAll(async () => {
  await prepareReader();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "files-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array): Promise<{ encoding: string | null; rows: SheetRow[] }> {
  const file = path.join(folder, "file");
  fs.writeFileSync(file, content);
  const { info, rows } = await openTable(file);
  const all: SheetRow[] = [];
  for await (const row of rows) all.push(row);
  return { encoding: info.encoding, rows: all };
}
const problemOf = (content: string | Uint8Array) =>
  read(content).then(
    () => "read",
    (error: unknown) => (error instanceof UnreadableFile ? error.problem : String(error)),
  );

const sheet = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const book = (own: Record<string, Uint8Array>) =>
  zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    "xl/workbook.xml": strToU8(
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    ...own,
  });
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const plainSheet = sheet(`<row r="1">${text("A1", "a")}${text("B1", "b")}</row>`);

describe("files of others", () => {
  it.each([
    ["utf-8", Buffer.from("Имя;Город\nА;Тверь\n")],
    ["utf-8", Buffer.from("\ufeffИмя;Город\nА;Тверь\n")],
    ["utf-16le", Buffer.from("\ufeffИмя\tГород\nА\tТверь\n", "utf16le")],
    ["utf-16le", Buffer.from("Имя\tГород\nА\tТверь\n", "utf16le")],
    ["windows-1251", toWindows1251("Имя,Город\nА,Тверь\n")],
  ])("%s", async (encoding, content) => {
    const { encoding: found, rows } = await read(content);
    expect(found).toBe(encoding);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["Имя", "Город"],
      ["А", "Тверь"],
    ]);
  });
  it("GB18030, as Excel in Chinese saves it", async () => {
    // 编号;名称;面积 / 1;特维尔州工业用地;24.6
    const bytes = Buffer.from("b1e0bac53bc3fbb3c63bc3e6bbfd0a313bccd8ceacb6fbd6ddb9a4d2b5d3c3b5d83b32342e360a", "hex");
    const { encoding, rows } = await read(bytes);
    expect(encoding).toBe("gb18030");
    expect(rows[0]?.cells).toEqual(["编号", "名称", "面积"]);
  });

  it("bombs and traps are refused at once, nothing of them unpacked", async () => {
    const started = process.hrtime.bigint();
    const zeros = new Uint8Array(130_000_000);
    expect(await problemOf(book({ "xl/worksheets/sheet1.xml": zeros }))).toBe("unpacks_too_big");
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, strToU8("x")]),
    );
    expect(await problemOf(book(many))).toBe("too_many_parts");
    expect(
      await problemOf(book({ "xl/worksheets/sheet1.xml": strToU8(plainSheet), "xl/vbaProject.bin": strToU8("x") })),
    ).toBe("macros");
    const dtd = plainSheet.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet');
    expect(await problemOf(book({ "xl/worksheets/sheet1.xml": strToU8(dtd) }))).toBe("entities");
    expect(await problemOf("")).toBe("empty");
    expect(await problemOf(new Uint8Array(21 * 1024 * 1024))).toBe("too_big");
    expect(await problemOf(Buffer.from("%PDF-1.7 …"))).toBe("no_table");
    expect(await problemOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))).toBe("old_format");
    expect(await problemOf(book({ "xl/worksheets/sheet1.xml": strToU8(plainSheet) }).subarray(0, 400))).toBe("damaged");
    expect(await problemOf("a;b\n".repeat(20_001))).toBe("too_many_rows");
    expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(60);
  });
  it("two cells at the two ends of a sheet, and a head called __proto__, do no harm", async () => {
    const far = sheet(`<row r="1">${text("A1", "__proto__")}</row><row r="1048576">${text("XFD1048576", "x")}</row>`);
    const { rows } = await read(book({ "xl/worksheets/sheet1.xml": strToU8(far) }));
    expect(rows.every(({ cells }) => cells.length <= 200)).toBe(true);
    expect(rows[0]?.cells).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
  it("takes days and the values of formulas, not the formulas", async () => {
    const own = sheet(`<row r="1">${text("A1", "a")}<c r="B1"><f>1+1</f><v>2</v></c></row>`);
    expect((await read(book({ "xl/worksheets/sheet1.xml": strToU8(own) }))).rows[0]?.cells).toEqual(["a", 2]);
  });

  const traps = [
    "=1+1",
    "+7 495 000",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    ' =HYPERLINK("x")',
  ];
  it.each(["xlsx", "csv"] as const)("what goes out as %s is text, whatever it begins with", async (format) => {
    const body = toFile(
      format,
      "a",
      ["x", "y"],
      traps.map((trap) => [trap, "y"]),
    );
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    const content = Buffer.from(bytes).toString("utf8");
    if (format === "csv") {
      expect(content.startsWith("\ufeff")).toBe(true);
      const lines = content.replace("\ufeff", "").split("\r\n").slice(1, -1).join("\n").replaceAll("'\r", "'");
      expect(lines).not.toMatch(/(?:^|;)"?\s*[=+\-@\t＝＋－＠]/m);
    } else
      expect(
        (await import("fflate")).strFromU8(
          Object.values((await import("fflate")).unzipSync(bytes, { filter: ({ name }) => /sheet1/.test(name) }))[0] ??
            new Uint8Array(),
        ),
      ).not.toContain("<f>");
    const { rows } = await read(bytes);
    expect(rows.slice(1).map(({ cells }) => String(cells[0]).trim())).toEqual(traps.map((trap) => trap.trim()));
  });
});
