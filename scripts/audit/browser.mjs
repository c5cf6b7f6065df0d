import { findChromium } from "../testing/chromium.mjs";

/** Without what a new browser asks its maker. */
const FLAGS = [
  "--headless=new",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns {Promise<{ executable: string, flags: string[] }>} a browser that runs here, and how */
export async function describeBrowser() {
  const isRoot = process.getuid?.() === 0;
  return { executable: await findChromium(), flags: isRoot ? [...FLAGS, "--no-sandbox"] : FLAGS };
}
