import net from "node:net";

/** What a line does to bytes. */
/** @typedef {{ roundTripMs: number, bytesPerSecond: number, lossShare: number, setUpTrips: number }} Line */

/** Payload of one packet. */
const SEGMENT = 1400;
/** Packets that a server may send before it hears from the reader (RFC 6928); doubles with every round trip. */
const FIRST_WINDOW = 10;

/**
 * Plays a long line in front of a server: the trips that a connection needs before the first byte, the window that
 * grows with every trip, a rate that all connections share, and lost packets, each of which holds up what comes after
 * it by one trip. The losses are the same in every run.
 *
 * @param {number} upstream  port of the server on this machine
 * @param {Line} line
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function slowRelay(upstream, line) {
  const { roundTripMs, bytesPerSecond, lossShare, setUpTrips } = line;
  let isFreeAt = 0;
  let packets = 0;
  const lossEvery = lossShare > 0 ? Math.round(1 / lossShare) : Number.POSITIVE_INFINITY;
  /** @type {Set<net.Socket>} */
  const sockets = new Set();
  const server = net.createServer({ noDelay: true }, (near) => {
    const far = net.connect({ host: "127.0.0.1", port: upstream, noDelay: true });
    const openedAt = performance.now() + roundTripMs * setUpTrips;
    let window = FIRST_WINDOW;
    let inWindow = 0;
    let windowAt = 0;
    let heldUntil = 0;
    /** @type {(() => void)[]} */
    const pending = [];
    const later = (/** @type {number} */ at, /** @type {() => void} */ step) => {
      pending.push(step);
      setTimeout(() => pending.shift()?.(), Math.max(0, at - performance.now()));
    };
    near.on("data", (chunk) => later(Math.max(openedAt, performance.now()) + roundTripMs / 2, () => far.write(chunk)));
    far.on("data", (chunk) => {
      for (let from = 0; from < chunk.length; from += SEGMENT) {
        const segment = chunk.subarray(from, from + SEGMENT);
        if (inWindow === window) {
          window *= 2;
          inWindow = 0;
          windowAt = Math.max(windowAt, performance.now()) + roundTripMs;
        }
        inWindow++;
        const startsAt = Math.max(performance.now(), isFreeAt, windowAt);
        isFreeAt = startsAt + (segment.length / bytesPerSecond) * 1000;
        packets++;
        const isLost = packets % lossEvery === 0;
        // In order: nothing overtakes what has to be sent again.
        heldUntil = Math.max(heldUntil, isFreeAt + roundTripMs / 2 + (isLost ? roundTripMs : 0));
        later(heldUntil, () => near.write(segment));
      }
    });
    for (const [one, other] of /** @type {const} */ ([
      [near, far],
      [far, near],
    ])) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        later(performance.now() + 2 * roundTripMs, () => other.destroy());
      });
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  return {
    port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
