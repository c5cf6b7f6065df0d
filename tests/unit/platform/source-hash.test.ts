import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf, sourceNames } from "@/scripts/setup/source-hash.mjs";

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "source-hash-"));
  write("app/page.tsx", "page");
  write("lib/db/generated/client.ts", "made");
  write("next.config.ts", "config");
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function write(name: string, content: string) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), content);
}

const hash = () => hashOf(sourceNames(folder), { folder });

describe("hash of the sources", () => {
  it("stays the same when only times change", () => {
    const before = hash();
    fs.utimesSync(path.join(folder, "app/page.tsx"), 0, 0);
    expect(hash()).toBe(before);
  });

  it.each([
    ["a changed file", () => write("app/page.tsx", "other")],
    ["a new file", () => write("app/new.tsx", "")],
    ["a new folder at the root", () => write("messages/ru/site.json", "{}")],
    ["a renamed file", () => fs.renameSync(path.join(folder, "app/page.tsx"), path.join(folder, "app/pagf.tsx"))],
    ["a shortened file", () => write("app/page.tsx", "pag")],
  ])("changes with %s", (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it.each(["lib/db/generated/client.ts", "tests/a.test.ts", "README.md", "node_modules/a/index.js", ".env"])(
    "does not look at %s",
    (name) => {
      const before = hash();
      write(name, "something else");
      expect(hash()).toBe(before);
    },
  );

  it("changes with what else it is told", () => {
    expect(hashOf(["app"], { folder, extra: "a" })).not.toBe(hashOf(["app"], { folder, extra: "b" }));
  });
});
