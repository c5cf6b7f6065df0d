import fs from "node:fs";

/** @typedef {{ passed: number, failed: number }} Tally  a skipped test counts as failed: it proves nothing */

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const passed = tallies.reduce((total, tally) => total + tally.passed, 0);
  const failed = tallies.reduce((total, tally) => total + tally.failed, 0);
  return { passed, failed };
}

/**
 * @param {string} file  report of Vitest's reporter "json"
 * @param {boolean} succeeded  whether Vitest itself was content
 * @returns {Tally} a file that could not be loaded counts as one failed test
 */
export function tallyVitest(file, succeeded) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const tests = report.testResults.flatMap((/** @type {any} */ each) => each.assertionResults);
  const passed = tests.filter((/** @type {any} */ test) => test.status === "passed").length;
  const unloaded = report.testResults.filter(
    (/** @type {any} */ each) => each.status === "failed" && each.assertionResults.length === 0,
  ).length;
  return withDoubt({ passed, failed: tests.length - passed + unloaded }, succeeded);
}

/**
 * @param {string} file  report of Playwright's reporter "json"
 * @param {boolean} succeeded  whether Playwright itself was content
 * @returns {Tally} a test that passed only when repeated counts as failed
 */
export function tallyPlaywright(file, succeeded) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withDoubt({ passed: expected, failed: unexpected + flaky + skipped }, succeeded);
}

/** Nothing failed, yet the tool is not content, or there was nothing at all: that is one failure. */
function withDoubt(/** @type {Tally} */ { passed, failed }, /** @type {boolean} */ succeeded) {
  const isDoubtful = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: isDoubtful ? 1 : failed };
}

/** @param {string} file @returns {any} null when the tool died before it could write */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
