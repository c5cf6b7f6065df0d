import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import next from "next";
import pg from "pg";
import { z } from "zod";
import { noteAnswer, noteRequest } from "@/lib/core/access-log";
import { cacheState } from "@/lib/core/cache-state";
import { env } from "@/lib/core/env";
import { takesFiles } from "@/lib/core/gate/address";
import { Gate } from "@/lib/core/gate/gate";
import { securityHeaders } from "@/lib/core/gate/headers";
import { log } from "@/lib/core/log";
import { serveMetrics } from "@/lib/core/metrics";
import { startTagClock } from "@/lib/core/tag-clock";

const root = path.join(import.meta.dirname, "..");
const { HOST, PORT, DATABASE_URL, METRICS_PORT } = env();

/** Asks whether the database answers; a connection of its own, so that a full pool is not taken for a lost database. */
async function isDatabaseUp(): Promise<boolean> {
  if (!DATABASE_URL) return false;
  const client = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 1000, query_timeout: 1000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const clock = DATABASE_URL
  ? startTagClock(DATABASE_URL, (error) => log.warn({ reason: error.message }, "database connection lost"))
  : null;
cacheState().announce = clock?.announce ?? null;

// The framework's settings as the build wrote them, the way its own stand-alone server takes them: reading next.config.ts
// again would bring its compiler into memory and write declarations into the sources.
const built = readFileSync(path.join(root, ".next/required-server-files.json"), "utf8");
const { config } = z.object({ config: z.record(z.string(), z.unknown()) }).parse(JSON.parse(built));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);

const app = next({ dev: false, dir: root, hostname: HOST, port: PORT });
await app.prepare();
const gate = new Gate({ handle: app.getRequestHandler(), root, host: `${HOST}:${PORT}`, isDatabaseUp });

let isDraining = false;

/** How long a form without files may take to arrive; ms. */
const longestFormMs = 30_000;

const server = createServer((request, response) => {
  const id = randomUUID();
  // Node keeps a connection that was busy when the draining began: its next answer is its last.
  if (isDraining) response.shouldKeepAlive = false;
  if (gate.answerKept(request, response, id)) return;
  if (request.method !== "GET" && request.method !== "HEAD" && !takesFiles(request.url?.split("?", 1)[0] ?? "")) {
    const late = setTimeout(() => request.complete || request.destroy(), longestFormMs);
    request.once("close", () => clearTimeout(late));
  }
  const note = noteRequest({ id, method: request.method, url: request.url });
  response.setHeader("x-request-id", id);
  const answerHealth = (isWell: boolean, word: string) => {
    note.kind = "health";
    response.writeHead(isWell ? 200 : 503, {
      ...securityHeaders,
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "content-length": word.length + 1,
    });
    response.end(`${word}\n`);
  };
  response.once("close", () => noteAnswer(note, response));
  if (request.url === "/healthz") return answerHealth(true, "ok");
  if (request.url === "/readyz") {
    if (isDraining) return answerHealth(false, "draining");
    return void isDatabaseUp().then((isUp) => answerHealth(isUp, isUp ? "ready" : "no database"));
  }
  gate.answer(request, response, note).catch(async (error: unknown) => {
    log.error({ id, err: error }, "request failed");
    if (response.headersSent) return void response.destroy();
    await gate.answerFailure(request, response, id).catch(() => response.destroy());
  });
});

server.headersTimeout = 10_000;
// Longer than any client or proxy keeps an idle connection: who closes first decides whether a request meets a closed door.
server.keepAliveTimeout = 65_000;
// Files may take as long; everything else that is sent is ended after half a minute, below.
server.requestTimeout = 15 * 60_000;

server.on("error", (error: NodeJS.ErrnoException) => {
  const reason = error.code === "EADDRINUSE" ? `port ${PORT} is taken: set PORT to a free one` : error.message;
  // Not fatal: that waits until the line is written, which on a full disk is for ever.
  log.error(reason);
  process.exit(1);
});

/** How long requests under way may take to end after SIGTERM; ms. */
const drainMs = 8_000;

/** Ends what is under way, takes nothing new, leaves with code 0. A second signal ends at once. */
function drain(): void {
  if (isDraining) process.exit(1);
  isDraining = true;
  log.info("draining");
  void clock?.close();
  server.close(() => process.exit(0));
  // A connection that carried a request a moment ago is idle only now.
  setInterval(() => server.closeIdleConnections(), 50);
  setTimeout(() => process.exit(0), drainMs);
}
process.on("SIGTERM", drain);
process.on("SIGINT", drain);

if (METRICS_PORT) {
  const onError = (error: Error) => log.error({ port: METRICS_PORT, reason: error.message }, "no figures are served");
  serveMetrics({ port: METRICS_PORT, isDatabaseUp, onError });
}

server.listen(PORT, HOST, () => log.info({ host: HOST, port: PORT }, "listening"));
// Readers need not wait for the error pages; one who meets an error does.
await gate.prepare();
