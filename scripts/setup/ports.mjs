import net from "node:net";

/**
 * @param {number} port  0 asks the system for any free one
 * @param {string} [host]  the address to listen on; all of them unless told otherwise
 * @returns {Promise<number | null>} the port when a server could listen there now, null when it is taken or forbidden
 */
export function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: got } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(got));
    });
  });
}

/**
 * Does somebody answer there? Listening on all addresses can work although one of them is taken, so we also knock.
 *
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function answers(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    const done = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
    socket.setTimeout(2000, () => done(false));
  });
}

/**
 * The first free loopback port from the wished one upwards; after 50 taken ones, any.
 *
 * @param {number} wished
 * @returns {Promise<number>}
 */
export async function nextFreePort(wished) {
  for (let port = wished; port < wished + 50 && port < 65_536; port++) {
    if (!(await answers(port)) && (await tryPort(port, "127.0.0.1"))) return port;
  }
  return /** @type {number} */ (await tryPort(0, "127.0.0.1"));
}
