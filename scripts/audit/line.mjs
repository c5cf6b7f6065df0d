import net from "node:net";
import { onShutdown } from "../setup/shutdown.mjs";

/**
 * A line to a database that can be cut and mended.
 *
 * @param {string} url  of the database
 * @returns {Promise<{ url: string, cut: () => Promise<void>, mend: () => Promise<void> }>} url: of the near end, cut at first
 */
export async function weakLine(url) {
  const { hostname, port } = new URL(url);
  /** @type {Set<net.Socket>} */
  const sockets = new Set();
  const server = net.createServer((near) => {
    const far = net.connect({ host: hostname, port: Number(port) });
    for (const [one, other] of /** @type {const} */ ([
      [near, far],
      [far, near],
    ])) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  let own = 0;
  const mend = async () => {
    await new Promise((resolve) => server.listen(own, "127.0.0.1", () => resolve(undefined)));
    own = /** @type {net.AddressInfo} */ (server.address()).port;
  };
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await mend();
  await cut();
  onShutdown(() => server.listening && cut());
  const near = new URL(url);
  near.hostname = "127.0.0.1";
  near.port = String(own);
  return { url: near.href, cut, mend };
}
