import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { AwsV4Signer } from "aws4fetch";
import { DiskFullError, type FileStore, requireKey, type StoredFile } from "@/lib/core/storage/types";

/** A store that says nothing for so long is away; ms. */
const longestSilenceMs = 30_000;

type Target = { origin: string; bucket: string; accessKeyId: string; secretAccessKey: string; region: string };

/**
 * @param url  https://KEY:SECRET@host:port/bucket, with ?region=… where the store has several
 * @throws Error without the secret in it
 */
export function readS3Url(url: string): Target {
  const { protocol, host, username, password, pathname, searchParams } = new URL(url);
  const bucket = pathname.replace(/^\/|\/$/g, "");
  if (!/^https?:$/.test(protocol) || !username || !password || !/^[a-z0-9][a-z0-9.-]+$/.test(bucket)) {
    throw new Error("S3_URL must be https://KEY:SECRET@host/bucket");
  }
  return {
    origin: `${protocol}//${host}`,
    bucket,
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    region: searchParams.get("region") ?? "us-east-1",
  };
}

/** Files in a store that speaks S3, addressed by path. Bytes go through as they come: no file is held in memory. */
export function s3Store(url: string): FileStore {
  const target = readS3Url(url);
  const ask = (method: string, key: string, more: Omit<Asked, "method" | "url"> = {}) =>
    send(target, { method, url: `${target.origin}/${target.bucket}/${key}`, ...more });
  return {
    async put(key, file, mimeType) {
      requireKey(key);
      const { size } = await stat(file);
      const answer = await ask("PUT", key, {
        file,
        headers: { "content-type": mimeType, "content-length": `${size}` },
      });
      await done(answer, key, [200]);
    },
    async get(key) {
      requireKey(key);
      const answer = await ask("GET", key);
      if (answer.statusCode === 404) {
        answer.resume();
        return null;
      }
      if (answer.statusCode !== 200) await done(answer, key, [200]);
      return { stream: answer, byteSize: Number(answer.headers["content-length"]) };
    },
    async stat(key) {
      requireKey(key);
      const answer = await ask("HEAD", key);
      answer.resume();
      if (answer.statusCode === 404) return null;
      if (answer.statusCode !== 200) throw new Error(`the store answers ${answer.statusCode} to a question for ${key}`);
      const { "content-length": length, "last-modified": changed } = answer.headers;
      return { key, byteSize: Number(length), writtenAt: new Date(changed ?? 0) };
    },
    async delete(key) {
      requireKey(key);
      await done(await ask("DELETE", key), key, [200, 204, 404]);
    },
    async *list(prefix) {
      yield* listBucket(target, prefix);
    },
  };
}

async function* listBucket(target: Target, prefix: string): AsyncIterable<StoredFile> {
  for (let next: string | null = ""; next !== null; ) {
    const query = new URLSearchParams({ "list-type": "2", prefix, ...(next ? { "continuation-token": next } : {}) });
    const answer = await send(target, { method: "GET", url: `${target.origin}/${target.bucket}?${query}` });
    const xml = await done(answer, prefix, [200]);
    for (const [, entry = ""] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const [, key = ""] = /<Key>([^<]*)<\/Key>/.exec(entry) ?? [];
      const [, size = "0"] = /<Size>(\d+)<\/Size>/.exec(entry) ?? [];
      const [, changed = ""] = /<LastModified>([^<]*)<\/LastModified>/.exec(entry) ?? [];
      yield { key, byteSize: Number(size), writtenAt: new Date(changed) };
    }
    next = /<NextContinuationToken>([^<]*)</.exec(xml)?.[1] ?? null;
  }
}

type Asked = { method: string; url: string; headers?: Record<string, string>; file?: string };

async function send(target: Target, { method, url, headers = {}, file }: Asked): Promise<http.IncomingMessage> {
  const { accessKeyId, secretAccessKey, region } = target;
  const signed = await new AwsV4Signer({
    method,
    url,
    headers: { ...headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
    accessKeyId,
    secretAccessKey,
    service: "s3",
    region,
  }).sign();
  const { request } = url.startsWith("https:") ? https : http;
  return new Promise((resolve, reject) => {
    const all = { ...headers, ...Object.fromEntries(signed.headers) };
    const asking = request(signed.url, { method, headers: all, timeout: longestSilenceMs }, resolve);
    asking.on("timeout", () => asking.destroy(new Error("the store of files does not answer")));
    asking.on("error", reject);
    if (file) pipeline(createReadStream(file), asking).catch(reject);
    else asking.end();
  });
}

/** The answer's text, when it is one of these. */
async function done(answer: Readable & { statusCode?: number }, key: string, good: readonly number[]): Promise<string> {
  const body = await text(answer);
  const { statusCode = 0 } = answer;
  if (good.includes(statusCode)) return body;
  if (statusCode === 507 || /<Code>(?:XMinioStorageFull|QuotaExceeded|InsufficientStorage)</.test(body)) {
    throw new DiskFullError();
  }
  throw new Error(`the store answers ${statusCode} for ${key}: ${/<Code>(\w+)</.exec(body)?.[1] ?? "no reason"}`);
}
