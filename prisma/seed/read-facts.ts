import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { checkDates } from "./check-dates";
import { checkReferences } from "./check-references";
import { checkRows } from "./check-rows";
import { checkWords } from "./check-words";
import { type Facts, type RegionFile, regionFile, sharedFile } from "./facts-schema/files";
import { FactsRefused, type Fault } from "./fault";
import { type Json, namedPath } from "./json";
import { reasonOf } from "./zod-reason";

const SHARED = "shared.json";

/**
 * Reads and checks a folder of facts: shared.json and one file per region, named by its slug.
 *
 * @param reservedSegments first path segments that a region may not take as its slug
 * @throws FactsRefused with every fault of every file: syntax, shape, languages, dates, references, rules of rows
 */
export function readFacts(folder: string, reservedSegments: readonly string[]): Facts {
  const faults: Fault[] = [];
  const files = readFiles(folder, faults);
  const names = new Map<RegionFile, string>();
  let shared: Facts["shared"] | undefined;
  for (const [file, json] of files) {
    faults.push(...checkWords(file, json), ...checkDates(file, json));
    if (file === SHARED) {
      shared = parse(sharedFile, file, json, faults);
    } else {
      const region = parse(regionFile, file, json, faults);
      if (region) names.set(region, file);
    }
  }
  faults.push(...checkReferences(files));
  const regions = [...names.keys()];
  if (shared) faults.push(...checkRows({ shared, regions }, reservedSegments, (region) => names.get(region) ?? ""));
  if (!shared || faults.length > 0) throw new FactsRefused(sortedOnce(faults));
  return { shared, regions };
}

/** In alphabetical order of file names, so that regions come in the same order everywhere. */
function readFiles(folder: string, faults: Fault[]): Map<string, Json> {
  const files = new Map<string, Json>();
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  for (const file of names.sort()) {
    try {
      const json: Json = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
      files.set(file, json);
    } catch (error) {
      faults.push({ file, path: "", reason: `is not JSON: ${error instanceof Error ? error.message : String(error)}` });
    }
  }
  if (!names.includes(SHARED)) faults.push({ file: SHARED, path: "", reason: `is missing in ${folder}` });
  return files;
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  json: Json,
  faults: Fault[],
): z.infer<Schema> | undefined {
  const result = schema.safeParse(json, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    faults.push({ file, path: namedPath(json, issue.path), reason: reasonOf(issue) });
  }
  return undefined;
}

/** Two checks may meet the same fault; one line is enough. */
function sortedOnce(faults: Fault[]): Fault[] {
  const byLine = new Map(faults.map((fault) => [`${fault.file}\n${fault.path}\n${fault.reason}`, fault]));
  return [...byLine.keys()].sort().flatMap((line) => byLine.get(line) ?? []);
}
