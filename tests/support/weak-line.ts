import type { AddressInfo } from "node:net";
import net from "node:net";

/** A line to a database that a test can cut, still and mend, as a network does. */
export class WeakLine {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<net.Socket>();
  #server: net.Server | null = null;
  #port = 0;

  /** @param url  of the real server */
  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#target = { host: hostname, port: Number(port || 5432) };
  }

  /** Opens the line, at the same port each time, unless it is open. @returns the address of the server behind it */
  async open(url: string): Promise<string> {
    if (!this.#server) await this.#listen();
    const open = new URL(url);
    open.hostname = "127.0.0.1";
    open.port = String(this.#port);
    return open.href;
  }

  async #listen(): Promise<void> {
    const server = net.createServer((near) => {
      const far = net.connect(this.#target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.on("error", () => other.destroy());
        one.on("close", () => {
          this.#sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Ends all connections and takes no new ones. */
  async cut(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
