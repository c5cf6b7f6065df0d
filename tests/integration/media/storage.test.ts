import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receive, TooLongError } from "@/lib/core/files/receive";
import { localStore } from "@/lib/core/storage/local";
import { readS3Url, s3Store } from "@/lib/core/storage/s3";
import { DiskFullError, type FileStore } from "@/lib/core/storage/types";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "storage-"));
const source = path.join(folder, "source");
let server: S3rver;
let s3Port = 0;

beforeAll(async () => {
  fs.writeFileSync(source, "content");
  server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: path.join(folder, "s3"),
    configureBuckets: [{ name: "portal-files", configs: [] }],
  });
  s3Port = (await server.run()).port;
});
afterAll(async () => {
  await server?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const stores: [name: string, make: () => FileStore][] = [
  ["a folder", () => localStore(path.join(folder, "local"))],
  ["a store that speaks S3", () => s3Store(`http://S3RVER:S3RVER@127.0.0.1:${s3Port}/portal-files`)],
];

describe.each(stores)("%s", (_, make) => {
  const key = "media/abcdefghijkmnpqrstuvwxyz23/480.webp";

  it("gives back what was put, whole, and tells of it", async () => {
    const store = make();
    expect([await store.get(key), await store.stat(key)]).toEqual([null, null]);
    await store.put(key, source, "image/webp");
    const file = await store.get(key);
    expect([file?.byteSize, file && (await text(file.stream))]).toEqual([7, "content"]);
    expect(await store.stat(key)).toMatchObject({ key, byteSize: 7 });
    await store.put("incoming/b", source, "image/png");
    const keys = [];
    for await (const one of store.list("media/")) keys.push([one.key, one.byteSize, one.writtenAt instanceof Date]);
    expect(keys).toEqual([[key, 7, true]]);
    await store.delete(key);
    await store.delete(key);
    expect(await store.stat(key)).toBeNull();
  });

  it.each(["../x", "media/../x", "/etc/passwd", "a\0b", "A", ""])("takes no key that is not ours: %s", async (bad) => {
    await expect(make().put(bad, source, "image/webp")).rejects.toThrow("no key of ours");
    await expect(make().get(bad)).rejects.toThrow("no key of ours");
  });
});

it("never tells the secret of the store, and says what is wrong with its address", () => {
  expect(() => readS3Url("https://host/bucket")).toThrow("S3_URL must be");
  expect(readS3Url("https://k:s%2F@host:9000/bucket?region=ru-1")).toEqual({
    origin: "https://host:9000",
    bucket: "bucket",
    accessKeyId: "k",
    secretAccessKey: "s/",
    region: "ru-1",
  });
});

it("says what the store says when it refuses", async () => {
  const store = s3Store(`http://UNKNOWN:secret@127.0.0.1:${s3Port}/portal-files`);
  await expect(store.put("media/a", source, "image/webp")).rejects.toThrow(
    "the store answers 403 for media/a: InvalidAccessKeyId",
  );
});

describe("a full disk", () => {
  const disk = path.join(folder, "small");
  const isRoot = process.getuid?.() === 0;
  beforeAll(() => {
    fs.mkdirSync(disk);
    if (isRoot) execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]);
  });
  afterAll(() => {
    if (isRoot) execFileSync("umount", [disk]);
  });
  async function* megabytes(count: number) {
    for (let index = 0; index < count; index++) yield Buffer.alloc(1024 * 1024);
  }
  const fill = async (file: string) => {
    if (isRoot) return receive(file, { offset: 0, limit: 10 * 1024 * 1024, source: megabytes(4) });
    // Without the right to mount: the error as the disk says it.
    const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    return receive(file, { offset: 0, limit: 10 * 1024 * 1024, source: fail(full) });
  };
  async function* fail(error: Error): AsyncGenerator<Buffer> {
    yield Buffer.alloc(1);
    throw error;
  }

  it("is told apart from a lost line while a file is received", async () => {
    await expect(fill(path.join(disk, "part"))).rejects.toThrow(DiskFullError);
  });

  it("leaves nothing of a file in the store", async () => {
    // Only a disk of its own can be full.
    if (!isRoot) return;
    fs.rmSync(path.join(disk, "part"), { force: true });
    const large = path.join(folder, "large");
    fs.writeFileSync(large, Buffer.alloc(3 * 1024 * 1024));
    await expect(localStore(disk).put("media/a/480.webp", large, "image/webp")).rejects.toThrow(DiskFullError);
    expect(fs.readdirSync(disk, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())).toEqual([]);
  });

  it("takes no more than was said", async () => {
    const file = path.join(folder, "long");
    await expect(receive(file, { offset: 0, limit: 10, source: megabytes(1) })).rejects.toThrow(TooLongError);
  });
});
