import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sum, tallyPlaywright, tallyVitest } from "@/scripts/testing/tally.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tally-"));
  file = path.join(folder, "report.json");
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function vitestReport(...files: string[][]) {
  const testResults = files.map((statuses) => ({
    status: statuses.length && statuses.every((status) => status === "passed") ? "passed" : "failed",
    assertionResults: statuses.map((status) => ({ status })),
  }));
  fs.writeFileSync(file, JSON.stringify({ testResults }));
}

describe("Vitest", () => {
  it("counts what passed", () => {
    vitestReport(["passed", "passed"], ["passed"]);
    expect(tallyVitest(file, true)).toEqual({ passed: 3, failed: 0 });
  });

  it.each(["failed", "skipped", "pending", "todo"])("counts a test that is %s as failed", (status) => {
    vitestReport(["passed", status]);
    expect(tallyVitest(file, true)).toEqual({ passed: 1, failed: 1 });
  });

  it("counts a file that could not be loaded as failed", () => {
    vitestReport(["passed"], []);
    expect(tallyVitest(file, false)).toEqual({ passed: 1, failed: 1 });
  });

  it("is not content when Vitest was not, although every test passed", () => {
    vitestReport(["passed"]);
    expect(tallyVitest(file, false)).toEqual({ passed: 1, failed: 1 });
  });

  it("is not content without tests, or without a report", () => {
    expect(tallyVitest(file, true)).toEqual({ passed: 0, failed: 1 });
    vitestReport();
    expect(tallyVitest(file, true)).toEqual({ passed: 0, failed: 1 });
  });
});

describe("Playwright", () => {
  const report = (stats: object) =>
    fs.writeFileSync(
      file,
      JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors: [] }),
    );

  it("counts what passed", () => {
    report({ expected: 5 });
    expect(tallyPlaywright(file, true)).toEqual({ passed: 5, failed: 0 });
  });

  it.each(["unexpected", "flaky", "skipped"])("counts a test that was %s as failed", (status) => {
    report({ expected: 5, [status]: 2 });
    expect(tallyPlaywright(file, true)).toEqual({ passed: 5, failed: 2 });
  });

  it("is not content without tests", () => {
    report({});
    expect(tallyPlaywright(file, true)).toEqual({ passed: 0, failed: 1 });
  });
});

it("sums all parts", () => {
  expect(
    sum([
      { passed: 2, failed: 0 },
      { passed: 1, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
});
