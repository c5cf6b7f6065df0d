import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasNginx, startNginx, testNginxConfig, writeNginxConfig } from "../measure/nginx.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { nextFreePort } from "../setup/ports.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */
/** @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: string }} Answer */

const PAGE = "/zh/yugra";
const TOKEN = "SeCrEt123";
const FILE_BYTES = 20_000_000;

/** deploy/nginx.conf as it is, but for its places, before the portal. @param {Context} context @returns {Promise<Finding[]>} */
export async function auditNginx({ databaseUrl, folder }) {
  if (!hasNginx())
    return [{ name: "nginx", ok: false, figure: "not installed here: install it to have its settings tried" }];
  const own = path.join(folder, "audit-nginx");
  fs.mkdirSync(own);
  const portal = await startBuilt({ databaseUrl, folder });
  const port = await nextFreePort(4470);
  const file = writeNginxConfig({ folder: own, port, upstream: portal.port });
  const { ok, words } = testNginxConfig(file);
  /** @type {Finding[]} */
  const found = [{ name: "nginx -t", ok, figure: ok ? "good" : words.trim() }];
  const nginx = await startNginx({ file, port });
  const get = (
    /** @type {string} */ target,
    /** @type {Record<string, string>} */ headers = {},
    method = "GET",
    body = "",
  ) => ask({ port, target, headers, method, body });
  const note = (/** @type {string} */ name, /** @type {boolean} */ isGood, /** @type {string} */ figure) =>
    found.push({ name: `nginx, ${name}`, ok: isGood, figure });

  const [stranger, direct] = await Promise.all([
    get(PAGE, { host: "evil.example" }),
    ask({ port: portal.port, target: PAGE }),
  ]);
  note(
    "unknown name",
    stranger.status === 0,
    stranger.status === 0 ? "closed without an answer" : `answered ${stranger.status}`,
  );

  await get(PAGE, { "accept-encoding": "gzip, deflate, br, zstd" });
  await sleep(1100);
  const spellings = [
    "gzip, deflate, br, zstd",
    "br;q=1.0, gzip;q=0.8, *;q=0.1",
    "gzip, br",
    "deflate, gzip;q=1.0, br;q=0.9",
  ];
  const forms = [];
  for (const each of spellings) forms.push(await get(PAGE, { "accept-encoding": each }));
  await sleep(1200);
  const states = linesOf(nginx)
    .filter((line) => line.path === PAGE)
    .slice(-spellings.length)
    .map((line) => line.cache);
  note(
    "spellings of Accept-Encoding share one kept form",
    states.slice(1).every((state) => state === "HIT"),
    states.join(", "),
  );
  const encodings = [
    ...forms,
    await get(PAGE, { "accept-encoding": "gzip" }),
    await get(PAGE),
    await get(PAGE, { "accept-encoding": "gzip;q=0" }),
  ].map(({ headers }) => headers["content-encoding"] ?? "plain");
  note(
    "sends the portal's own compressed forms",
    encodings.join() === "br,br,br,br,gzip,plain,plain",
    encodings.join(", "),
  );

  const missing = Object.keys(direct.headers).filter(
    (name) =>
      /^(strict|content-security|x-content|x-frame|referrer|cross|permissions|etag|x-request-id)/.test(name) &&
      !forms[1]?.headers[name],
  );
  note("hides no header of the portal", missing.length === 0, missing.join(", ") || "all are there");
  const leaked = forms.filter(({ headers }) => headers["x-accel-expires"] !== undefined).length;
  note("keeps X-Accel-Expires to itself", leaked === 0, `${leaked} of ${forms.length} answers`);
  const again = await get(PAGE, { "if-none-match": String(forms[1]?.headers.etag), "accept-encoding": "gzip, br" });
  note("a reader who has the page gets 304", again.status === 304, String(again.status));

  const asked = await get(`/zh/v/${TOKEN}?x=1`);
  await get(`/zh/v/${TOKEN}?x=1`);
  await get("/zh/search?q=secret-words");
  await sleep(1200);
  const kept = readAll(path.join(own, "cache"));
  note(
    "secret links are not kept",
    !kept.includes(TOKEN) && asked.status === 404,
    kept.includes(TOKEN) ? "found in the cache" : "nothing in the cache",
  );
  const text = nginx.log() + fs.readFileSync(path.join(own, "error.log"), "utf8");
  const personal = [TOKEN, "secret-words", "127.0.0.1"].filter((word) => text.includes(word));
  note(
    "log without tokens, queries, addresses",
    personal.length === 0,
    personal.join(", ") || `${linesOf(nginx).length} lines`,
  );

  const large = await get(PAGE, { "content-length": "3000000" }, "POST", "a".repeat(3_000_000));
  note("a body over 1 MB", large.status === 413, String(large.status));
  const long = await get(`${PAGE}?${"a".repeat(9000)}`);
  note("an address over 8 kB", long.status === 414, String(long.status));
  note(
    "forwarded headers are overwritten",
    await areOverwritten(folder),
    "X-Forwarded-For, -Host, -Proto, X-Original-URL, Upgrade",
  );
  const halfway = await countHalfway(folder);
  note("a file for the library is handed on as it comes", halfway > 0, `${halfway} of ${FILE_BYTES} bytes at half`);

  await portal.stop();
  await sleep(1100);
  const stale = await get(PAGE, { "accept-encoding": "br, gzip" });
  note(
    "kept pages go on while the portal is away",
    stale.status === 200 && stale.headers.etag === direct.headers.etag,
    String(stale.status),
  );
  const away = await get("/zh/tver");
  const isPlain =
    away.status === 503 && /稍后再试/.test(away.body) && away.headers["content-security-policy"] !== undefined;
  note(
    "others get a plain word while it is away",
    isPlain,
    `${away.status}, retry after ${away.headers["retry-after"]} s`,
  );
  await nginx.stop();
  return found;
}

/** Another server behind the same settings. @param {string} folder @param {http.RequestListener} listener */
async function startBefore(folder, listener) {
  const upstream = http.createServer(listener);
  await new Promise((resolve) => upstream.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port: own } = /** @type {import("node:net").AddressInfo} */ (upstream.address());
  fs.mkdirSync(folder);
  const port = await nextFreePort(4480);
  const nginx = await startNginx({ file: writeNginxConfig({ folder, port, upstream: own }), port });
  const stop = async () => {
    await nginx.stop();
    upstream.closeAllConnections();
    upstream.close();
  };
  return { port, stop };
}

/** How much of a file has come through when half of it is sent. @param {string} folder @returns {Promise<number>} bytes */
async function countHalfway(folder) {
  let come = 0;
  const listener = (/** @type {http.IncomingMessage} */ request, /** @type {http.ServerResponse} */ response) => {
    request.on("data", (piece) => {
      come += piece.length;
    });
    request.on("end", () => response.end());
  };
  const { port, stop } = await startBefore(path.join(folder, "audit-upload"), listener);
  const headers = { host: "localhost", "content-length": FILE_BYTES };
  const options = { host: "127.0.0.1", port, path: "/ru/admin/media/upload", method: "POST", headers, agent: false };
  const request = http.request(options).on("error", () => undefined);
  request.write(Buffer.alloc(FILE_BYTES / 2));
  for (let attempt = 0; attempt < 100 && come < FILE_BYTES / 2; attempt++) await sleep(50);
  const halfway = come;
  request.destroy();
  await stop();
  return halfway;
}

/** A portal that says what it was asked. @param {string} folder */
async function areOverwritten(folder) {
  const { port, stop } = await startBefore(path.join(folder, "audit-echo"), (request, response) =>
    response.end(JSON.stringify(request.headers)),
  );
  const evil = {
    "x-forwarded-for": "203.0.113.7",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "gopher",
    "x-forwarded-prefix": "/evil",
    forwarded: "host=evil.example",
    "x-real-ip": "203.0.113.7",
    "x-original-url": "/evil",
    "x-rewrite-url": "/evil",
    "x-middleware-subrequest": "middleware",
    connection: "upgrade",
    upgrade: "websocket",
  };
  const { body } = await ask({ port, target: "/zh/v/x", headers: evil });
  await stop();
  const seen = JSON.parse(body);
  const isOwn =
    seen["x-forwarded-for"] === "127.0.0.1" &&
    seen["x-forwarded-host"] === "localhost" &&
    seen["x-forwarded-proto"] === "http";
  return isOwn && seen.host === "localhost" && !/evil|203\.0\.113|gopher|websocket|middleware/.test(body);
}

/** @param {import("../measure/nginx.mjs").Nginx} nginx @returns {{ path: string, cache: string }[]} */
function linesOf(nginx) {
  return nginx
    .log()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** @param {string} folder */
function readAll(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

/**
 * @param {{ port: number, target: string, headers?: Record<string, string>, method?: string, body?: string }} input
 * @returns {Promise<Answer>} status 0: closed without an answer
 */
function ask({ port, target, headers = {}, method = "GET", body = "" }) {
  return new Promise((resolve) => {
    const options = {
      host: "127.0.0.1",
      port,
      path: target,
      method,
      headers: { host: "localhost", ...headers },
      agent: false,
    };
    const request = http.request(options, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    request.on("error", () => resolve({ status: 0, headers: {}, body: "" }));
    request.end(body);
  });
}
