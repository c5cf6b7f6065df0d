import { createServer, type Server } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { cacheState } from "@/lib/core/cache-state";

const answers = new Map<string, Map<number, number>>();
const pages = { hit: 0, miss: 0 };

/** Counts an answer that left. @param kind  one of a fixed few words, never anything that a reader chose */
export function countAnswer(kind: string, status: number): void {
  const statuses = answers.get(kind) ?? new Map<number, number>();
  if (statuses.size === 0) answers.set(kind, statuses);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

/** Counts how a page was come by: kept bytes, or asked of the framework. */
export function countPage(how: "hit" | "miss"): void {
  pages[how]++;
}

type Sample = [labels: string, value: number];

function family(name: string, type: "counter" | "gauge", help: string, samples: Iterable<Sample>): string {
  const lines = Array.from(samples, ([labels, value]) => `${name}${labels && `{${labels}}`} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ""].join("\n");
}

function answerSamples(): Sample[] {
  return [...answers].flatMap(([kind, statuses]) =>
    Array.from(statuses, ([status, count]): Sample => [`kind="${kind}",status="${status}"`, count]),
  );
}

/** Since when what changed last is no longer served as it was; 0 where nothing changed since the start. */
function lastChangeSeconds(): number {
  const { expiredAt, allExpiredAt } = cacheState();
  let last = Math.max(0, allExpiredAt);
  for (const at of expiredAt.values()) last = Math.max(last, at);
  return last / 1000;
}

/** The figures of this process in the text form that Prometheus reads. */
export function renderMetrics(input: { isDatabaseUp: boolean; lagSeconds: { mean: number; p99: number } }): string {
  const { entries, kept } = cacheState();
  const { heapUsed, rss } = process.memoryUsage();
  return [
    family("portal_answers_total", "counter", "Answers by kind of address and status.", answerSamples()),
    family("portal_pages_total", "counter", "Pages sent from kept bytes (hit) or drawn (miss).", [
      ['how="hit"', pages.hit],
      ['how="miss"', pages.miss],
    ]),
    family("portal_kept_answers", "gauge", "Finished answers that are kept.", [["", kept.size]]),
    family("portal_kept_bytes", "gauge", "Bytes of finished answers that are kept.", [["", kept.calculatedSize]]),
    family("portal_framework_entries", "gauge", "Entries of the framework's cache.", [["", entries.size]]),
    family("portal_framework_bytes", "gauge", "Bytes of the framework's cache.", [["", entries.calculatedSize]]),
    family("portal_last_change_timestamp_seconds", "gauge", "When this process last heard that something changed.", [
      ["", lastChangeSeconds()],
    ]),
    family("portal_event_loop_lag_seconds", "gauge", "How late the event loop runs, since the last reading.", [
      ['quantile="mean"', input.lagSeconds.mean],
      ['quantile="0.99"', input.lagSeconds.p99],
    ]),
    family("portal_heap_bytes", "gauge", "Heap in use.", [["", heapUsed]]),
    family("portal_resident_bytes", "gauge", "Memory of the process.", [["", rss]]),
    family("portal_database_up", "gauge", "1 while the database answers.", [["", Number(input.isDatabaseUp)]]),
  ].join("");
}

/**
 * Serves the figures at /metrics of a port of its own, to this machine only: they are no business of readers.
 *
 * @param onError  told when the port is taken; the portal goes on without
 */
export function serveMetrics(input: {
  port: number;
  isDatabaseUp: () => Promise<boolean>;
  onError: (error: Error) => void;
}): Server {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const late = (nanoseconds: number) => Math.max(0, (Number.isFinite(nanoseconds) ? nanoseconds : 0) / 1e9 - 0.02);
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    const lagSeconds = { mean: late(delay.mean), p99: late(delay.percentile(99)) };
    delay.reset();
    const text = renderMetrics({ isDatabaseUp: await input.isDatabaseUp(), lagSeconds });
    response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text);
  });
  server.on("error", input.onError);
  return server.listen(input.port, "127.0.0.1").unref();
}
