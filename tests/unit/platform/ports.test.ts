import net from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answers, nextFreePort, tryPort } from "@/scripts/setup/ports.mjs";

let server: net.Server;
let taken: number;

beforeEach(async () => {
  server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  taken = (server.address() as net.AddressInfo).port;
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

it("sees that a port is taken", async () => {
  expect(await tryPort(taken, "127.0.0.1")).toBeNull();
  expect(await answers(taken)).toBe(true);
});

it("takes the next free port instead of a taken one", async () => {
  const port = await nextFreePort(taken);
  expect(port).toBeGreaterThan(taken);
  expect(await tryPort(port, "127.0.0.1")).toBe(port);
});

it("takes the wished port when it is free", async () => {
  const free = await nextFreePort(taken + 1);
  expect(await nextFreePort(free)).toBe(free);
});
