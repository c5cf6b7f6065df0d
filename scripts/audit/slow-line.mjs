import { chromium, devices } from "@playwright/test";
import { median } from "../measure/drive.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { describeBrowser } from "./browser.mjs";
import { slowRelay } from "./slow-relay.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */

/** A phone in a Chinese province and a server in Russia; TCP and TLS take a trip each before the first question. */
const LINE = { roundTripMs: 300, bytesPerSecond: 1_000_000 / 8, lossShare: 0.01, setUpTrips: 2 };
const SLOWER = 4;
const MUST_MS = 2100;
const RUNS = 3;
const PAGES = [
  ["home", "/zh"],
  ["region", "/zh/yugra"],
  ["site", "/zh/yugra/sites/sez-nyagan"],
  ["catalogue", "/zh/sites"],
];

/**
 * When the largest thing of a page stands there for a reader in China with nothing kept: 300 ms there and back, 1 Mbit
 * a second, one packet of a hundred lost, a slow phone. The line is played by a relay, because not every kernel can.
 *
 * @param {Context} context
 * @returns {Promise<Finding[]>}
 */
export async function auditSlowLine({ databaseUrl, folder }) {
  const portal = await startBuilt({ databaseUrl, folder });
  const { executable, flags } = await describeBrowser();
  const browser = await chromium.launch({
    executablePath: executable,
    args: flags.filter((flag) => !flag.startsWith("--headless")),
  });
  /** @type {Finding[]} */
  const found = [];
  for (const [name, path] of PAGES) {
    for (let times = 0; times < 3; times++)
      await (await fetch(portal.url + path, { headers: { "accept-encoding": "br" } })).arrayBuffer();
    /** @type {number[]} */
    const times = [];
    for (let run = 0; run < RUNS; run++) {
      const relay = await slowRelay(portal.port, LINE);
      times.push(await largestPaint(browser, `http://127.0.0.1:${relay.port}${path}`));
      relay.close();
    }
    const ms = median(times);
    const figure = `${Math.round(ms)} of at most ${MUST_MS} ms (300 ms, 1 Mbit/s, 1 % lost, slow phone)`;
    found.push({ name: `largest paint in China, ${name}`, ok: ms > 0 && ms <= MUST_MS, figure });
  }
  await browser.close();
  await portal.stop();
  return found;
}

/** @param {import("@playwright/test").Browser} browser @param {string} url */
async function largestPaint(browser, url) {
  const context = await browser.newContext(devices["Pixel 7"]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(url, { waitUntil: "load", timeout: 60_000 });
  const ms = await page.evaluate(
    () =>
      new Promise((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) last = entry.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        setTimeout(() => resolve(last), 1500);
      }),
  );
  await context.close();
  return Number(ms);
}
