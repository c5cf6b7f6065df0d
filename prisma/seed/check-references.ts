import type { Fault } from "./fault";
import { isObject, type Json, type JsonObject, walk } from "./json";

/** Which table a member points to. A file may point into itself and into shared.json. */
const TARGETS: Record<string, string> = {
  orgSlug: "organizations",
  organizerOrgSlug: "organizations",
  investorOrgSlug: "organizations",
  residents: "organizations",
  parties: "organizations",
  personSlug: "people",
  headPersonSlug: "people",
  siteSlug: "sites",
  parentSiteSlug: "sites",
  incentivesFrom: "sites",
  eventSlug: "events",
  eventSlugs: "events",
  partnerSlug: "partners",
  regimeSlug: "regimes",
  crossingSlug: "crossings",
  continues: "visits",
  replyTo: "visits",
};
const SHARED = "shared.json";

/** Tables of one kind of record share one space of slugs, over all files. */
type Index = Map<string, Map<string, string>>;

/**
 * Slugs, source ids and addresses of sources stand once; every reference leads somewhere; every source is used.
 *
 * @param files file name → parsed JSON, whatever its shape
 */
export function checkReferences(files: Map<string, Json>): Fault[] {
  const faults: Fault[] = [];
  const index = indexRows(files, faults);
  const used = new Set<string>();
  for (const [file, root] of files) {
    walk(root, (value, path, key) => {
      if (typeof value !== "string") return;
      const table = targetOf(path, key);
      if (!table) return;
      if (table === "sources") used.add(value);
      const home = index.get(table)?.get(value);
      if (!home) faults.push({ file, path, reason: `"${value}" is not in the ${table} of ${file} or ${SHARED}` });
      else if (home !== file && home !== SHARED) {
        faults.push({ file, path, reason: `"${value}" stands in ${home}; a file may use only itself and ${SHARED}` });
      }
    });
  }
  for (const [id, file] of index.get("sources") ?? []) {
    if (!used.has(id)) faults.push({ file, path: `sources[${id}]`, reason: "is used nowhere" });
  }
  return faults;
}

function targetOf(path: string, key: string): string | undefined {
  // Only lists of ids and members with text; the rows of the table `sources` themselves are objects.
  if (key === "sources" || key === "utilitiesSources") return "sources";
  if (/\.owners\.(ru|cn)$/.test(path)) return "organizations";
  return TARGETS[key];
}

function indexRows(files: Map<string, Json>, faults: Fault[]): Index {
  const index: Index = new Map();
  const addresses = new Map<string, string>();
  const add = (table: string, name: unknown, file: string, path: string) => {
    if (typeof name !== "string") return;
    const rows = index.get(table) ?? new Map<string, string>();
    index.set(table, rows);
    const home = rows.get(name);
    if (home) faults.push({ file, path, reason: `"${name}" stands a second time; it is taken in ${home}` });
    else rows.set(name, file);
  };
  for (const [file, root] of files) {
    if (!isObject(root)) continue;
    for (const [table, rows] of Object.entries(root)) {
      if (!Array.isArray(rows) || table === "indicators") continue;
      for (const row of rows.filter(isObject)) {
        const path = `${table}[${row.slug ?? row.id}]`;
        add(table, table === "sources" ? row.id : row.slug, file, path);
        if (table === "sources") checkAddress(row, file, path, addresses, faults);
        if (table === "visits") {
          for (const outcome of listOf(row, "outcomes")) {
            add("outcomes", outcome.slug, file, `${path}.outcomes[${outcome.slug}]`);
          }
        }
        // A tie without a shared partner brings its own place, which needs the slug in the table of places too.
        if (table === "partners" && file !== SHARED && row.partnerSlug === undefined)
          add("places", row.slug, file, path);
        if (table === "partners" && file === SHARED) add("places", row.slug, file, path);
      }
    }
  }
  return index;
}

function checkAddress(row: JsonObject, file: string, path: string, taken: Map<string, string>, faults: Fault[]): void {
  if (typeof row.url !== "string") return;
  const other = taken.get(row.url);
  if (other)
    faults.push({
      file,
      path: `${path}.url`,
      reason: `is the address of source "${other}"; one address is one source`,
    });
  else taken.set(row.url, String(row.id));
}

function listOf(row: JsonObject, key: string): JsonObject[] {
  const list = row[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}
