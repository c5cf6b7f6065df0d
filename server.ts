import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import path from "node:path";
import next from "next";
import pg from "pg";
import { cacheState } from "@/lib/core/cache-state";
import { env } from "@/lib/core/env";
import { Gate } from "@/lib/core/gate/gate";
import { securityHeaders } from "@/lib/core/gate/headers";
import { log } from "@/lib/core/log";
import { startTagClock } from "@/lib/core/tag-clock";

const root = path.join(import.meta.dirname, "..");
const { HOST, PORT, DATABASE_URL } = env();

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

const app = next({ dev: false, dir: root, hostname: HOST, port: PORT });
await app.prepare();
const gate = new Gate({ handle: app.getRequestHandler(), root, host: `${HOST}:${PORT}`, isDatabaseUp });
await gate.prepare();

let isDraining = false;

const server = createServer((request, response) => {
  const answerHealth = (isWell: boolean, word: string) => {
    response.writeHead(isWell ? 200 : 503, {
      ...securityHeaders,
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
    });
    response.end(`${word}\n`);
  };
  if (request.url === "/healthz") return answerHealth(true, "ok");
  if (request.url === "/readyz") {
    if (isDraining) return answerHealth(false, "draining");
    return void isDatabaseUp().then((isUp) => answerHealth(isUp, isUp ? "ready" : "no database"));
  }
  gate.answer(request, response).catch(async (error: unknown) => {
    const id = randomUUID();
    log.error({ id, err: error }, "request failed");
    if (response.headersSent) return void response.destroy();
    await gate.answerFailure(request, response, id).catch(() => response.destroy());
  });
});

server.headersTimeout = 10_000;
server.requestTimeout = 30_000;

server.on("error", (error: NodeJS.ErrnoException) => {
  const reason = error.code === "EADDRINUSE" ? `port ${PORT} is taken: set PORT to a free one` : error.message;
  log.fatal(reason);
  process.exit(1);
});

server.listen(PORT, HOST, () => log.info({ host: HOST, port: PORT }, "listening"));

/** Ends what is under way, takes nothing new, leaves with code 0. */
function drain(): void {
  if (isDraining) process.exit(1);
  isDraining = true;
  void clock?.close();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 8_000).unref();
}
process.on("SIGTERM", drain);
process.on("SIGINT", drain);
