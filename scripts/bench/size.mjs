import { startBuilt } from "../measure/portal.mjs";
import { fetchRaw, warmUp } from "./children.mjs";

/** @typedef {import("./run-bench.mjs").Context} Context */
/** @typedef {import("./run-bench.mjs").Figure} Figure */

const LIST = "/zh/sites";
const PAGES = ["/zh", LIST, "/zh/yugra", "/zh/yugra/sites/sez-nyagan", "/zh/visits", "/zh/outcomes"];
const KIB = 1024;

/**
 * What a reader's browser loads, as it comes over the wire, compressed. Fonts apart: they are loaded once for all pages.
 *
 * @param {Context} context
 * @returns {Promise<Figure[]>}
 */
export async function benchSize({ databaseUrl, folder }) {
  const portal = await startBuilt({ databaseUrl, folder });
  /** @type {{ path: string, html: number, scripts: number, all: number }[]} */
  const pages = [];
  for (const path of PAGES) {
    const { status, body } = await warmUp(portal.url + path);
    if (status !== 200) continue;
    const text = (await fetchRaw(portal.url + path, {})).body.toString("utf8");
    const parts = partsOf(text);
    const sizes = await Promise.all(
      parts.map(async (part) => ({ part, bytes: (await warmUp(portal.url + part)).body.length })),
    );
    const sum = (/** @type {(part: string) => boolean} */ isMeant) =>
      sizes.filter(({ part }) => isMeant(part)).reduce((total, { bytes }) => total + bytes, 0);
    pages.push({
      path,
      html: body.length / KIB,
      scripts: sum((part) => /\.js(\?|$)/.test(part)) / KIB,
      all: (body.length + sum(() => true)) / KIB,
    });
  }
  await portal.stop();
  const list = pages.find(({ path }) => path === LIST);
  const html = [...pages].sort((a, b) => b.html - a.html)[0];
  const scripts = [...pages].sort((a, b) => b.scripts - a.scripts)[0];
  return [
    {
      name: "list page, all but fonts",
      value: list?.all ?? null,
      unit: "KiB",
      bar: "most",
      must: 60,
      note: `${LIST}, HTML ${list?.html.toFixed(1)} KiB`,
    },
    {
      name: "largest HTML, compressed",
      value: html?.html ?? null,
      unit: "KiB",
      bar: "most",
      must: 14,
      note: html?.path,
    },
    {
      name: "most scripts of a page, compressed",
      value: scripts?.scripts ?? null,
      unit: "KiB",
      bar: "most",
      must: 15,
      note: scripts?.path,
    },
  ];
}

/** Sheets, scripts and pictures that the page itself names, each once. @param {string} html */
function partsOf(html) {
  const found = new Set();
  for (const [tag] of html.matchAll(/<(?:script|img|link|source|image|use)\b[^>]*>/g)) {
    if (/^<link/.test(tag) && !/rel="(?:stylesheet|icon|preload|manifest)"/.test(tag)) continue;
    if (/as="font"/.test(tag)) continue;
    const address = /\s(?:src|href)="(\/[^"#]*)/.exec(tag)?.[1];
    if (address && !/\.woff2?$/.test(address)) found.add(address.replaceAll("&amp;", "&"));
  }
  return [...found];
}
