import fs from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { DiskFullError } from "@/lib/core/storage/types";
import { findPublicFile, listMedia } from "@/lib/media/public-queries";
import { sweepFiles } from "@/lib/media/sweep/mutations";
import { goOn, readProgress, receiveForm } from "@/lib/media/upload/actions";
import { finishUpload, receiveMore } from "@/lib/media/upload/mutations";
import { listBatch } from "@/lib/media/upload/staff-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { pdfOf, phonePhoto, plainPicture, pngOf } from "@/tests/support/files";
import { beginOne, inPieces, mediaFolder, prepareAll, uploadOne } from "@/tests/support/media";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

describe("files on their way into the library", () => {
  const place = mediaFolder();
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let editor: Actor;
  let photo: Buffer;

  beforeAll(async () => {
    test = await publicDatabase();
    yugra = await recordId(test.client, "region", "yugra");
    editor = await makeActor(test.client, "Editor", { role: "editor", regionId: yugra });
    photo = await phonePhoto({ width: 2400, height: 1800 });
  });
  afterAll(async () => {
    await test?.drop();
    place.remove();
  });
  beforeEach(async () => {
    const { client } = test;
    await client.upload.deleteMany();
    await client.mediaUse.deleteMany();
    await client.record.deleteMany({ where: { kind: "media" } });
    for (const name of fs.readdirSync(place.folder)) fs.rmSync(path.join(place.folder, name), { recursive: true });
  });

  const assets = () => test.client.mediaAsset.findMany();

  it("makes of a photo four upright pictures without its place, its owner and its notes", async () => {
    const told = await sharp(photo).metadata();
    expect([told.orientation, photo.includes("Secret Owner"), photo.includes("Secret Note")]).toEqual([6, true, true]);
    expect(told.exif?.includes(Buffer.from([0x25, 0x88])) || told.exif?.includes(Buffer.from([0x88, 0x25]))).toBe(true);
    const upload = await uploadOne(editor, photo, { name: "DSC 1.jpg", region: yugra });
    expect(upload).toMatchObject({ state: "waiting", fileName: "DSC 1.jpg" });
    const [waiting] = await assets();
    expect(waiting?.readyAt).toBeNull();
    await prepareAll();
    const [asset] = await assets();
    expect(asset).toMatchObject({
      width: 1800,
      height: 2400,
      variants: [480, 960, 1440, 1800],
      mimeType: "image/webp",
    });
    const key = asset?.storageKey;
    expect(place.list()).toEqual([480, 960, 1440, 1800].map((width) => `files/media/${key}/${width}.webp`).sort());
    for (const file of place.list()) {
      const bytes = fs.readFileSync(path.join(place.folder, file));
      const { width, format, exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect([format, exif, xmp, iptc, icc, orientation]).toEqual(["webp", ...Array(5).fill(undefined)]);
      expect(file).toContain(`/${width}.webp`);
      expect(bytes.includes("Secret") || bytes.includes("EXIF") || bytes.includes("XMP ")).toBe(false);
    }
    const log = await test.client.auditEntry.findFirst({ where: { action: "media.upload" }, orderBy: { id: "desc" } });
    expect(log).toMatchObject({ staffId: editor.id, regionId: yugra, label: "DSC 1.jpg" });
  });

  it("goes on where the line was lost, and takes the file once however often the end is sent", async () => {
    const begun = await beginOne(editor, photo, { name: "a.jpg", region: yugra });
    if ("refused" in begun) throw new Error(begun.refused);
    const { id } = begun.upload;
    async function* brokenLine() {
      yield photo.subarray(0, 50_000);
      throw new Error("ECONNRESET");
    }
    expect(await goOn(editor, id, { offset: 0, source: brokenLine() })).toMatchObject({ offset: 50_000, isOff: false });
    // who thinks that more arrived is told where it really ends
    expect(await goOn(editor, id, { offset: 60_000, source: inPieces(photo) })).toMatchObject({
      offset: 50_000,
      isOff: true,
    });
    expect(await readProgress(editor, id)).toMatchObject({ offset: 50_000 });
    const end = () => goOn(editor, id, { offset: 50_000, source: inPieces(photo.subarray(50_000)) });
    expect(await end()).toMatchObject({ upload: { state: "waiting", assetId: id } });
    expect(await end()).toMatchObject({ upload: { state: "waiting", assetId: id } });
    await Promise.all([finishUpload(editor, id), finishUpload(editor, id)]);
    expect(await assets()).toHaveLength(1);
    expect(place.list().filter((file) => file.startsWith("uploads/"))).toEqual([]);
  });

  it("takes the file once when two ends arrive at the same moment", async () => {
    const begun = await beginOne(editor, photo, { name: "a.jpg", region: yugra });
    if ("refused" in begun) throw new Error(begun.refused);
    await receiveMore(begun.upload, 0, inPieces(photo));
    await Promise.all([1, 2, 3].map(() => finishUpload(editor, begun.upload.id)));
    expect(await assets()).toHaveLength(1);
    expect(place.list().filter((file) => file.startsWith("files/"))).toHaveLength(1);
  });

  it("shows nobody else's upload, and lets nobody else go on with it", async () => {
    const begun = await beginOne(editor, photo, { name: "a.jpg", region: yugra });
    if ("refused" in begun) throw new Error(begun.refused);
    const colleague = await makeActor(test.client, "Colleague", { role: "editor", regionId: yugra });
    expect(await readProgress(colleague, begun.upload.id)).toBeNull();
    expect(await goOn(colleague, begun.upload.id, { offset: 0, source: inPieces(photo) })).toBeNull();
    expect(place.list()).toEqual([]);
  });

  it("knows the same file again in its region, not in another", async () => {
    const first = await uploadOne(editor, photo, { name: "a.jpg", region: yugra });
    expect(await uploadOne(editor, photo, { name: "other name.jpg", region: yugra })).toMatchObject({
      state: "duplicate",
      assetId: "assetId" in first ? first.assetId : "",
    });
    const tver = await recordId(test.client, "region", "tver");
    const other = await makeActor(test.client, "Tver", { role: "editor", regionId: tver });
    expect(await uploadOne(other, photo, { name: "a.jpg", region: tver })).toMatchObject({ state: "waiting" });
    expect(await assets()).toHaveLength(2);
  });

  it("refuses bombs and files that are two things at once, without a trace and at once", async () => {
    const php = Buffer.concat([await plainPicture("jpeg"), Buffer.from("<?php system('id');")]);
    const cases: [name: string, bytes: Buffer, reason: string][] = [
      ["a.png", pngOf(65_500, 65_500), "too_many_pixels"],
      ["a.jpg", php, "has_program"],
      ["a.pdf", pdfOf("<< /S /JavaScript /JS (x) >>"), "pdf_active"],
      ["a.pdf", Buffer.from("MZ program"), "type_unknown"],
      ["a.svg", Buffer.from("<svg/>"), "type_svg"],
    ];
    for (const [name, bytes, reason] of cases) {
      expect(await uploadOne(editor, bytes, { name, region: yugra })).toMatchObject({ reason });
    }
    expect(await assets()).toEqual([]);
    expect(place.list()).toEqual([]);
  });

  it("refuses by declared length before a byte comes, and by counting who said less", async () => {
    const size = 600 * 1024 * 1024;
    expect(await uploadOne(editor, photo, { name: "a.jpg", region: yugra, size })).toEqual({ reason: "too_big" });
    expect(await uploadOne(editor, photo, { name: "a.jpg", region: yugra, size: 1000 })).toMatchObject({
      state: "refused",
      reason: "too_big",
    });
    expect(place.list()).toEqual([]);
  });

  it("says so when a picture cannot be decoded to its end, and keeps nothing of it", async () => {
    const cut = photo.subarray(0, photo.length / 2);
    expect(await uploadOne(editor, cut, { name: "a.jpg", region: yugra })).toMatchObject({ state: "waiting" });
    await prepareAll();
    const [upload] = await test.client.upload.findMany();
    expect(upload).toMatchObject({ state: "refused", reason: "broken" });
    expect(place.list()).toEqual([]);
    expect((await assets())[0]?.readyAt).toBeNull();
  });

  it("takes a plain form with many files, and says of each how it went", async () => {
    const batch = newId();
    const boundary = "----form";
    const field = (name: string, value: string) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    const file = (name: string, bytes: Buffer) =>
      Buffer.concat([
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`),
        bytes,
        Buffer.from("\r\n"),
      ]);
    const body = Buffer.concat([
      field("back", "/admin/media"),
      field("batch", batch),
      field("region", yugra),
      file("площадка.jpg", photo),
      file("../../evil.svg", Buffer.from("<svg/>")),
      file("empty.png", Buffer.alloc(0)),
      file("scheme.pdf", pdfOf()),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    const ended = await receiveForm(editor, inPieces(body, 9_999), `multipart/form-data; boundary=${boundary}`);
    expect(ended).toEqual({ to: `/admin/media?batch=${batch}`, isFull: false });
    const results = (await listBatch(editor, batch)).map(({ fileName, state, reason }) => [fileName, state, reason]);
    expect(results).toEqual([
      ["площадка.jpg", "waiting", null],
      ["evil.svg", "refused", "type_svg"],
      ["empty.png", "refused", "empty"],
      ["scheme.pdf", "waiting", null],
    ]);
    // What came whole stays when the line is lost in the next file.
    const again = newId();
    const half = Buffer.concat([
      field("batch", again),
      field("region", yugra),
      file("b.png", await plainPicture("png")),
    ]);
    await receiveForm(
      editor,
      inPieces(Buffer.concat([half, Buffer.from(`--${boundary}\r\nContent`)])),
      `multipart/form-data; boundary=${boundary}`,
    );
    expect((await listBatch(editor, again)).map(({ state }) => state)).toEqual(["waiting"]);
  });

  it("replaces a file: its number, words and places stay, and the old address leads to the new", async () => {
    const { client } = test;
    const upload = await uploadOne(editor, photo, { name: "a.jpg", region: yugra });
    const id = "id" in upload ? upload.id : "";
    await prepareAll();
    await client.recordText.create({ data: { recordId: id, locale: "ru", name: "Цех", state: "published" } });
    await client.record.update({ where: { id }, data: { state: "published", publishedAt: new Date() } });
    const site = await recordId(client, "site", "sez-nyagan");
    await client.mediaUse.create({ data: { recordId: site, assetId: id, role: "cover" } });
    const [old] = await assets();
    // public already: an editor may not
    const next = await plainPicture("jpeg", 1000, 500, "#aa3311");
    expect(await uploadOne(editor, next, { name: "b.jpg", asset: id })).toEqual({ reason: "not_allowed" });
    const approver = await makeActor(client, "Approver", { role: "approver", regionId: yugra });
    expect(await uploadOne(approver, next, { name: "b.jpg", asset: id })).toMatchObject({
      state: "waiting",
      assetId: id,
    });
    // until it is ready the old one is shown
    expect((await listMedia("site", "sez-nyagan", "ru")).cover?.storageKey).toBe(old?.storageKey);
    await prepareAll();
    const { cover } = await listMedia("site", "sez-nyagan", "ru");
    expect(cover).toMatchObject({ id, width: 1000, variants: [480, 960], alt: { text: "Цех", lang: "ru" } });
    expect(await findPublicFile(old?.storageKey ?? "")).toMatchObject({ storageKey: cover?.storageKey });
    expect(place.list().every((file) => file.includes(cover?.storageKey ?? "-"))).toBe(true);
    // a document never takes the place of a picture
    expect(await uploadOne(approver, pdfOf(), { name: "c.pdf", asset: id })).toMatchObject({ reason: "name_differs" });
  });

  it("leaves nothing behind when there is no room: not in the folder, the store or the tables", async () => {
    const full = async () => {
      throw new DiskFullError();
    };
    const store = {
      put: full,
      get: async () => null,
      stat: async () => null,
      delete: async () => {},
      async *list() {},
    };
    place.take(store);
    const upload = await uploadOne(editor, photo, { name: "a.jpg", region: yugra });
    place.take();
    expect(upload).toMatchObject({ state: "refused", reason: "disk_full" });
    expect([await assets(), place.list()]).toEqual([[], []]);
  });

  it("sweeps what nobody needs and nothing else", async () => {
    const { client } = test;
    const kept = await uploadOne(editor, photo, { name: "a.jpg", region: yugra });
    await prepareAll();
    const waiting = await uploadOne(editor, await plainPicture(), { name: "b.png", region: yugra });
    const begun = await beginOne(editor, photo, { name: "c.jpg", region: yugra, size: photo.length });
    if ("refused" in begun) throw new Error(begun.refused);
    await receiveMore(begun.upload, 0, inPieces(photo.subarray(0, 1000)));
    const lost = ["files/media/zzzzzzzzzzzzzzzzzzzzzzzzzz/480.webp", "files/incoming/yyyyyyyyyyyyyyyyyyyyyyyyyy"];
    for (const name of lost) {
      fs.mkdirSync(path.dirname(path.join(place.folder, name)), { recursive: true });
      fs.writeFileSync(path.join(place.folder, name), "x");
    }
    const before = place.list();
    const now = Date.now();
    expect(await sweepFiles(new Date(now + 3600 * 1000))).toBe(0);
    expect(place.list()).toEqual(before);
    await client.upload.update({ where: { id: begun.upload.id }, data: { updatedAt: new Date(now) } });
    expect(await sweepFiles(new Date(now + 25 * 3600 * 1000))).toBe(3);
    expect(place.list()).toEqual(before.filter((name) => !lost.includes(name) && !name.includes(begun.upload.id)));
    expect(await client.upload.count({ where: { state: "waiting" } })).toBe(1);
    expect([kept, waiting].every((one) => "id" in one)).toBe(true);
  });
});
