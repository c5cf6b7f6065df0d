import { defineConfig, devices } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

// `npm test -- e2e` builds and starts the portal, finds the browser and sets the variables. By hand, against a server
// that runs already: E2E_BASE_URL=http://127.0.0.1:3000 CHROMIUM=/usr/bin/chromium npx playwright test
// (with its E2E_DATABASE_URL where pages are compared with rows)
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 180_000, // generous: no test depends on how fast the machine is
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.E2E_BASE_URL,
    // What was done and how the page looked in the end; a picture of each step would take a third of the time.
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: [
        ...(isRoot ? ["--no-sandbox"] : []), // the sandbox refuses root
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage", // 64 MB in most containers
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    // What needs no browser, and what looks at a page in all sizes, runs once; journeys run on a phone with scripts and on a
    // large screen without, those that a large screen with scripts changes there too.
    { name: "http", testMatch: "http/**" },
    { name: "pages", testMatch: ["pages/**", "fault/**", "staff/**"] },
    {
      name: "desktop",
      testMatch: "journeys/{catalogue,sources}.spec.ts",
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      testMatch: "journeys/**",
      grepInvert: /joins in zh/, // signing in is a matter of scripts, not of words: here in Russian, without scripts in Chinese
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 780 } },
    },
    {
      name: "noscript",
      testMatch: "journeys/**",
      grepInvert: / in (?:ru|en)\b/, // the words of all languages are read on the phone
      use: { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false },
    },
  ],
});
