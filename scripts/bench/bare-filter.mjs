/** Yardstick: Node's own server that sends the statements of a page to PostgreSQL and answers with the rows as JSON. */
import { createServer } from "node:http";
import pg from "pg";

/** @typedef {{ text: string, values: string[] }} Statement */

process.once("message", (/** @type {{ databaseUrl: string, pages: Statement[][] }} */ { databaseUrl, pages }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  let next = 0;
  const server = createServer(async (_, response) => {
    const statements = pages[next++ % pages.length] ?? [];
    const results = await Promise.all(statements.map((statement) => pool.query(statement)));
    const body = JSON.stringify(results.map(({ rows }) => rows));
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
    response.end(body);
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
});
process.on("disconnect", () => process.exit(0));
