import { readFileSync } from "node:fs";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import { getBatch } from "@/lib/register/batch/staff-queries";
import { workInChild } from "@/lib/register/task/child";

/**
 * Takes a register in, compares and applies it, as the web server does, in a process that stands for it: the arguments are
 * the actor, the region, the source and files. Prints for each file the milliseconds of its three steps and the memory that
 * it added to this process, MiB; what its child takes is freed with it.
 */
const [, , actorJson = "{}", regionId = "", sourceId = "", ...files] = process.argv;
const actor = JSON.parse(actorJson) as Actor;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

for (const file of files) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 10);
  const id = newId();
  const read = await timed(() =>
    workInChild(actor, { work: "take", upload: { id, file, fileName: file, kind: "site", regionId, locale: "ru" } }),
  );
  const batch = await getBatch(actor, id);
  if (!batch) throw new Error("no batch");
  const settings = {
    constants: { country: "ru" },
    sourceId,
    asOf: "2026-11-01",
    reviewBy: "2027-11-01",
    isOpenRegister: false,
  };
  const said = { mapping: batch.mapping, settings, locale: "ru" as const };
  const check = await timed(() => workInChild(actor, { work: "check", id, said }));
  let status = "";
  const apply = await timed(async () => {
    ({ status } = await workInChild(actor, { work: "apply", id, said: { onlyGood: true, isConfirmed: true } }));
  });
  clearInterval(watch);
  const counts = (await getBatch(actor, id))?.counts;
  console.log(
    JSON.stringify({
      bytes: readFileSync(file).length,
      read,
      check,
      apply,
      status,
      counts,
      addedMiB: (peak - before) / 1024 / 1024,
    }),
  );
}
await database().close();
