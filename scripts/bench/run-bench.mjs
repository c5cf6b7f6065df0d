import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildPortal } from "../setup/build.mjs";
import { withLock } from "../setup/lock.mjs";
import { makeDataDir, shown } from "../setup/paths.mjs";
import { Problem } from "../setup/problem.mjs";
import { say, sayFailure } from "../setup/report.mjs";
import { onShutdown } from "../setup/shutdown.mjs";
import { copyTemplate, ensureTemplate } from "../testing/templates.mjs";
import { startThrowAwayServer } from "../testing/throw-away-server.mjs";
import { benchFilter } from "./filter.mjs";
import { benchImport } from "./import.mjs";
import { benchKept } from "./kept.mjs";
import { benchMemory, benchStart } from "./process.mjs";
import { benchProxy } from "./proxy.mjs";
import { benchSize } from "./size.mjs";

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {number | null} value  null: could not be measured here
 * @property {string} unit
 * @property {"least" | "most"} [bar]  which way `must` counts
 * @property {number} [must]
 * @property {string} [note]
 */
/** @typedef {{ folder: string, server: string, databaseUrl: string }} Context */

/** @type {Record<string, (context: Context) => Promise<Figure[]>>} */
const PARTS = {
  size: benchSize,
  start: benchStart,
  kept: benchKept,
  proxy: benchProxy,
  memory: benchMemory,
  filter: benchFilter,
  import: benchImport,
};

/**
 * @param {string[]} [wishes]  parts; all of them unless told otherwise
 * @returns {Promise<number>} 0 also where a figure misses its bar: a slow machine is no fault
 */
export async function runBench(wishes = Object.keys(PARTS)) {
  const unknown = wishes.find((wish) => !Object.hasOwn(PARTS, wish));
  if (unknown)
    throw new Problem(`There is no part called ${unknown}.`, `Choose among ${Object.keys(PARTS).join(", ")}.`);
  await withLock("setup", buildPortal);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "portal-bench-"));
  onShutdown(() => fs.rmSync(folder, { recursive: true, force: true }));
  const { url: server, stop } = await startThrowAwayServer();
  onShutdown(stop);
  const { url: databaseUrl } = await copyTemplate(server, await ensureTemplate(server, "facts"));
  /** @type {Figure[]} */
  const figures = [];
  for (const wish of wishes) {
    say(`Measuring: ${wish} …`);
    try {
      figures.push(...(await /** @type {any} */ (PARTS)[wish]({ folder, server, databaseUrl })));
    } catch (error) {
      sayFailure(error);
      figures.push({ name: wish, value: null, unit: "", note: "could not be measured, see above" });
    }
  }
  printTable(figures);
  const file = path.join(makeDataDir(), "bench.json");
  const [cpu] = os.cpus();
  const machine = { cores: os.cpus().length, model: cpu?.model, memoryGib: Math.round(os.totalmem() / 1024 ** 3) };
  const report = { madeAt: new Date().toISOString(), node: process.version, machine, load: os.loadavg(), figures };
  fs.writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  say(`Written to ${shown(file)}`);
  return 0;
}

/** @param {Figure[]} figures */
function printTable(figures) {
  const rows = figures.map((figure) => {
    const { name, value, unit, bar, must, note = "" } = figure;
    const shownValue = value === null ? "–" : `${format(value)} ${unit}`.trim();
    const wanted = must === undefined ? "" : `${bar === "least" ? "≥" : "≤"} ${format(must)}`;
    return [name, shownValue, wanted, verdict(figure), note];
  });
  const head = ["what", "measured", "must", "", "note"];
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => (row[index] ?? "").length)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

/** @param {Figure} figure */
function verdict({ value, bar, must }) {
  if (value === null || must === undefined) return "";
  return (bar === "least" ? value >= must : value <= must) ? "PASS" : "MISS";
}

/** @param {number} value */
function format(value) {
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
