import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { PrismaClient } from "@/lib/db/generated/client";
import { type Comparison, compareFile } from "./compare";
import { exportRegionFile } from "./region-file";
import { exportSharedFile } from "./shared-file";

export const factsFolder = path.resolve(import.meta.dirname, "../../../../prisma/seed/facts");

/** Every value of the files of facts against what the database gives back in the same shape. */
export async function compareWithFacts(db: PrismaClient): Promise<Comparison> {
  const files = new Map<string, object>([["shared.json", await exportSharedFile(db)]]);
  const regions = await db.region.findMany({ select: { id: true, record: { select: { slug: true } } } });
  for (const { id, record } of regions) files.set(`${record.slug}.json`, await exportRegionFile(db, id));
  const all: Comparison = { values: 0, differences: [] };
  for (const name of readdirSync(factsFolder)) {
    const expected: unknown = JSON.parse(readFileSync(path.join(factsFolder, name), "utf8"));
    if (typeof expected !== "object" || expected === null) throw new Error(`${name} is not an object`);
    const { values, differences } = compareFile(expected, files.get(name) ?? {}, name);
    all.values += values;
    all.differences.push(...differences);
  }
  return all;
}
