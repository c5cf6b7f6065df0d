import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { expireEverything, expireTags } from "@/lib/core/cache-state";
import { countAnswer, countPage, renderMetrics, serveMetrics } from "@/lib/core/metrics";

const lagSeconds = { mean: 0.001, p99: 0.02 };

describe("the figures for Prometheus", () => {
  it("count answers by kind and status", () => {
    countAnswer("page", 200);
    countAnswer("page", 200);
    countAnswer("refused", 404);
    countPage("hit");
    const text = renderMetrics({ isDatabaseUp: true, lagSeconds });
    expect(text).toContain('portal_answers_total{kind="page",status="200"} 2\n');
    expect(text).toContain('portal_answers_total{kind="refused",status="404"} 1\n');
    expect(text).toContain('portal_pages_total{how="hit"} 1\n');
    expect(text).toContain("portal_database_up 1\n");
  });

  it("say when something last changed, a part or everything", () => {
    globalThis.portalCache = undefined;
    const said = () =>
      /^portal_last_change_timestamp_seconds (.*)$/m.exec(renderMetrics({ isDatabaseUp: true, lagSeconds }))?.[1];
    expect(said()).toBe("0");
    expireTags(["site:a"], 1_790_000_000_250);
    expireTags(["site:b"], 1_790_000_000_125);
    expect(said()).toBe("1790000000.25");
    expireEverything(1_790_000_001_500);
    expect(said()).toBe("1790000001.5");
  });

  it("say that the database is away", () => {
    expect(renderMetrics({ isDatabaseUp: false, lagSeconds })).toContain("portal_database_up 0\n");
  });

  it("have lines that Prometheus can read, each name explained once", () => {
    const lines = renderMetrics({ isDatabaseUp: true, lagSeconds }).trimEnd().split("\n");
    for (const line of lines) {
      expect(line).toMatch(/^# (HELP|TYPE) portal_\w+ .+$|^portal_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.e-]+$/);
    }
    const names = lines.filter((line) => line.startsWith("# TYPE")).map((line) => line.split(" ")[2]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are served to this machine only", async () => {
    const server = serveMetrics({ port: 0, isDatabaseUp: async () => true, onError: () => {} });
    await new Promise((done) => server.once("listening", done));
    const { address, port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(address).toBe("127.0.0.1");
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).toContain("portal_event_loop_lag_seconds");
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    server.closeAllConnections();
    server.close();
  });

  it("are given up with a word when the port is taken", async () => {
    const first = serveMetrics({ port: 0, isDatabaseUp: async () => true, onError: () => {} });
    await new Promise((done) => first.once("listening", done));
    const { port } = first.address() as AddressInfo;
    const error = await new Promise<Error>((onError) =>
      serveMetrics({ port, isDatabaseUp: async () => true, onError }),
    );
    expect(error.message).toContain("EADDRINUSE");
    first.close();
  });
});
