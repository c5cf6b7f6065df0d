import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, makeDatabase } from "@/lib/db/make-client";
import { runSeed } from "@/prisma/seed/run-seed";
import { testDatabase } from "@/tests/support/database";
import { factsFolder } from "./export/export-facts";
import { fingerprint } from "./fingerprint";

describe("a run of the loader", () => {
  let folder: string;
  let database: Database;
  let url: string;
  let drop: () => Promise<void>;
  let said: string[];
  let complaints: string[];

  beforeEach(async () => {
    const test = await testDatabase("empty");
    url = test.url;
    drop = test.drop;
    database = makeDatabase({ url });
    folder = mkdtempSync(path.join(tmpdir(), "facts-"));
    cpSync(factsFolder, folder, { recursive: true });
    said = [];
    complaints = [];
  });
  afterEach(async () => {
    await database.close();
    await drop();
    rmSync(folder, { recursive: true });
  });

  const run = (to = url) =>
    runSeed({
      url: to,
      folder,
      reservedSegments: ["sites"],
      now: new Date("2026-11-22T09:00:00Z"),
      say: (line) => said.push(line),
      complain: (line) => complaints.push(line),
    });

  it("says what it wrote, and the second time that there is nothing to do", async () => {
    expect(await run()).toBe(0);
    expect(said[0]).toMatch(/^Facts: 811 new, 0 changed, 0 unchanged; \d{4} rows written \(\d+\.\d s\)$/);
    expect(await run()).toBe(0);
    expect(said[1]).toMatch(/^Facts: nothing to do, 811 stand as they are/);
    expect(complaints).toEqual([]);
  });

  it("refuses facts with faults, names all of them, and writes nothing", async () => {
    const before = await fingerprint(database.pool);
    const file = path.join(folder, "tver.json");
    const text = readFileSync(file, "utf8")
      .replace('"isoCode": "RU-TVE"', '"isoCode": 7')
      .replace("Лихославль", "利霍斯拉夫利");
    writeFileSync(file, text);
    writeFileSync(path.join(folder, "yugra.json"), "{");
    expect(await run()).toBe(1);
    expect(complaints.join("\n")).toContain("tver.json: region.isoCode: must be text, is 7");
    expect(complaints.join("\n")).toMatch(/tver\.json: .*: "ru" has Chinese characters/);
    expect(complaints.join("\n")).toContain("yugra.json: is not JSON");
    expect(complaints.join("\n")).toContain("Nothing was written.");
    expect(await fingerprint(database.pool)).toEqual(before);
  });

  it("says so when the database is away", async () => {
    expect(await run("postgresql://nobody@127.0.0.1:1/none")).toBe(1);
    expect(complaints).toEqual(["The database cannot be reached. Nothing was written."]);
  });
});
