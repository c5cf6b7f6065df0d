import { startBuilt } from "../measure/portal.mjs";
import { onShutdown } from "../setup/shutdown.mjs";
import { describeBrowser } from "./browser.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */

const PAGES = [
  ["home", "/zh"],
  ["region", "/zh/yugra"],
  ["site", "/zh/yugra/sites/sez-nyagan"],
  ["visit", "/zh/yugra/visits/ze-optoelectronic-yugra-2026"],
  ["catalogue", "/zh/sites"],
];

/** Of 100. */
const MUST = /** @type {const} */ ({ performance: 95, accessibility: 100, "best-practices": 100, seo: 100 });

/**
 * Lighthouse as on a phone, in Chinese. Of the first category the better of two runs counts: on a busy machine it
 * measures the machine.
 *
 * @param {Context} context
 * @returns {Promise<Finding[]>}
 */
export async function auditLighthouse({ databaseUrl, folder }) {
  const [{ default: lighthouse }, { launch }] = await Promise.all([import("lighthouse"), import("chrome-launcher")]);
  const portal = await startBuilt({ databaseUrl, folder });
  const { executable, flags } = await describeBrowser();
  const chrome = await launch({ chromePath: executable, chromeFlags: flags, logLevel: "silent", handleSIGINT: false });
  onShutdown(() => chrome.kill());
  /** @type {Finding[]} */
  const found = [];
  for (const [name, path] of PAGES) {
    await (await fetch(portal.url + path)).arrayBuffer();
    /** @type {{ scores: Record<string, number>, lost: string[] } | null} */
    let best = null;
    for (let attempt = 0; attempt < 2; attempt++) {
      const run = await examine(lighthouse, portal.url + path, chrome.port);
      if (!best || (run.scores.performance ?? 0) > (best.scores.performance ?? 0)) best = run;
      if ((best.scores.performance ?? 0) >= MUST.performance) break;
    }
    const { scores, lost } = /** @type {NonNullable<typeof best>} */ (best);
    const ok = Object.entries(MUST).every(([category, least]) => (scores[category] ?? 0) >= least);
    const figures = Object.keys(MUST)
      .map((category) => scores[category])
      .join("/");
    const wanted = Object.values(MUST).join("/");
    found.push({
      name: `Lighthouse, ${name}`,
      ok,
      figure: `${figures} of at least ${wanted}${lost.length ? `; lost by ${lost.join(", ")}` : ""}`,
    });
  }
  chrome.kill();
  await portal.stop();
  return found;
}

/**
 * @param {typeof import("lighthouse").default} lighthouse
 * @param {string} url
 * @param {number} port
 */
async function examine(lighthouse, url, port) {
  const onlyCategories = Object.keys(MUST);
  const result = await lighthouse(url, { port, output: "json", logLevel: "silent", onlyCategories });
  if (!result) throw new Error(`Lighthouse had nothing to say about ${url}`);
  const { categories, audits } = result.lhr;
  const scores = Object.fromEntries(onlyCategories.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)]));
  const counted = Object.values(categories).filter(({ id }) => id !== "performance");
  const lost = counted.flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id),
  );
  return { scores, lost };
}
