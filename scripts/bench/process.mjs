import { setTimeout as sleep } from "node:timers/promises";
import { load, median, residentMib } from "../measure/drive.mjs";
import { startBuilt } from "../measure/portal.mjs";

/** @typedef {import("./run-bench.mjs").Context} Context */
/** @typedef {import("./run-bench.mjs").Figure} Figure */

const SECONDS = 60;
const PER_SECOND = 200;

/** @param {Context} context @returns {Promise<Figure[]>} */
export async function benchStart({ databaseUrl, folder }) {
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const page = [];
  for (let round = 0; round < 3; round++) {
    const startedAt = performance.now();
    const portal = await startBuilt({ databaseUrl, folder });
    first.push(portal.firstAnswerMs);
    await (await fetch(`${portal.url}/zh`)).arrayBuffer();
    page.push(performance.now() - startedAt);
    await portal.stop();
  }
  const note = `first page after ${Math.round(median(page))} ms`;
  return [{ name: "start to first 200", value: median(first), unit: "ms", bar: "most", must: 715, note }];
}

/** @param {Context} context @returns {Promise<Figure[]>} */
export async function benchMemory({ databaseUrl, folder }) {
  const portal = await startBuilt({ databaseUrl, folder });
  await sleep(5000);
  const idle = residentMib(portal.pid);
  const paths = await mixedPaths(portal.url);
  const outcome = await load({ port: portal.port, paths, seconds: SECONDS, connections: 16, perSecond: PER_SECOND });
  const loaded = residentMib(portal.pid);
  await portal.stop();
  const wrong = Object.entries(outcome.statuses).filter(([status]) => status >= "500");
  const note = `${Math.round(outcome.answers / outcome.seconds)} a second over ${paths.length} addresses, p99 ${Math.round(outcome.p99)} ms${wrong.length ? `, errors ${JSON.stringify(wrong)}` : ""}`;
  return [
    { name: "memory, idle", value: idle, unit: "MiB", bar: "most", must: 160 },
    { name: "memory after 60 s at 200 a second", value: loaded, unit: "MiB", bar: "most", must: 350, note },
  ];
}

/** Every public page, lists with filters, some missing pages and files. @param {string} origin */
async function mixedPaths(origin) {
  /** @param {string} file */
  const listed = async (file) => {
    const xml = await (await fetch(origin + file)).text();
    return [...xml.matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path = ""]) => path);
  };
  const pages = (await Promise.all((await listed("/sitemap.xml")).map(listed))).flat();
  const filters = ["sez", "asez", "park"].flatMap((kind) =>
    ["zh", "ru", "en"].flatMap((locale) =>
      ["yugra", "moscow", "tver"].map((region) => `/${locale}/sites?region=${region}&kind=${kind}`),
    ),
  );
  const others = ["/zh/none", "/robots.txt", "/icon.svg", "/sitemap.xml", "/readyz"];
  return [...pages, ...filters, ...others].sort(() => 0.5 - Math.random());
}
