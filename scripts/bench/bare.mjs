/** Yardstick: Node's own server with one answer, the bytes and headers of a page. Told by its parent, says its port. */
import { createServer } from "node:http";

process.once("message", (/** @type {{ headers: Record<string, string>, body: string }} */ { headers, body }) => {
  const bytes = Buffer.from(body, "base64");
  const server = createServer((_, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
});
process.on("disconnect", () => process.exit(0));
