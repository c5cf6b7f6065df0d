import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockOwner, takeLock } from "@/scripts/setup/lock.mjs";
import { bornAt } from "@/scripts/setup/process-identity.mjs";

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "lock-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function leaveBehind(owner: { pid: number; born: string | null }) {
  fs.writeFileSync(path.join(folder, "start.lock"), JSON.stringify({ ...owner, note: "elsewhere" }));
}

it("is refused while its owner lives, and says who that is", () => {
  leaveBehind({ pid: process.ppid, born: bornAt(process.ppid) });
  expect(takeLock("start", { folder }).owner).toMatchObject({ pid: process.ppid, note: "elsewhere" });
});

it("falls when its owner is dead", async () => {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  const pid = child.pid ?? 0;
  leaveBehind({ pid, born: bornAt(pid) });
  expect(takeLock("start", { folder }).owner?.pid).toBe(pid);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(takeLock("start", { folder }).owner).toBeUndefined();
});

it("falls when the number of its owner belongs to another process by now", () => {
  leaveBehind({ pid: process.ppid, born: "long ago" });
  expect(takeLock("start", { folder }).owner).toBeUndefined();
  expect(lockOwner("start", folder)?.pid).toBe(process.pid);
});

it("falls when it cannot be read", () => {
  fs.writeFileSync(path.join(folder, "start.lock"), "");
  expect(takeLock("start", { folder }).owner).toBeUndefined();
});

it("can be taken again after it was given back", () => {
  takeLock("start", { folder }).release?.();
  expect(lockOwner("start", folder)).toBeNull();
  expect(takeLock("start", { folder }).owner).toBeUndefined();
});
