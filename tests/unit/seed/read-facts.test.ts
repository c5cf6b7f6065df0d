import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FactsRefused } from "@/prisma/seed/fault";
import { isObject, type Json, type JsonObject } from "@/prisma/seed/json";
import { readFacts } from "@/prisma/seed/read-facts";

const original = path.resolve(import.meta.dirname, "../../../prisma/seed/facts");

/** A member of a file, followed by names of members, slugs of rows and numbers of items. */
function at(json: Json, ...steps: (string | number)[]): JsonObject {
  const found = steps.reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value)) {
      return typeof step === "number"
        ? value[step]
        : value.find((row) => isObject(row) && (row.slug ?? row.id) === step);
    }
    return isObject(value) ? value[step] : undefined;
  }, json);
  if (!isObject(found)) throw new Error(`nothing at ${steps.join("/")}`);
  return found;
}

describe("reading the facts", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "facts-"));
    cpSync(original, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function change(file: string, edit: (json: Json) => void) {
    const name = path.join(folder, file);
    const json: Json = JSON.parse(readFileSync(name, "utf8"));
    edit(json);
    writeFileSync(name, JSON.stringify(json));
  }
  function faults(reservedSegments: string[] = []): string[] {
    try {
      readFacts(folder, reservedSegments);
      return [];
    } catch (error) {
      if (!(error instanceof FactsRefused)) throw error;
      return error.faults.map((fault) => `${fault.file}: ${fault.path}: ${fault.reason}`);
    }
  }
  const nyagan = (json: Json, ...steps: (string | number)[]) => at(json, "sites", "sez-nyagan", ...steps);
  const visit = (json: Json, ...steps: (string | number)[]) =>
    at(json, "visits", "ze-optoelectronic-yugra-2026", ...steps);

  it("finds no fault in the facts of the project", () => {
    expect(faults()).toEqual([]);
  });

  const CASES: [what: string, edit: (json: Json) => void, fault: string][] = [
    ["a missing field", (f) => delete nyagan(f).kind, "sites[sez-nyagan].kind: is missing"],
    ["an unknown field", (f) => (nyagan(f).colour = "red"), 'sites[sez-nyagan]: has unknown field "colour"'],
    [
      "a value of the wrong kind",
      (f) => (nyagan(f).totalAreaHa = "272"),
      'sites[sez-nyagan].totalAreaHa: must be a number, is "272"',
    ],
    ["a negative area", (f) => (nyagan(f).totalAreaHa = -1), "sites[sez-nyagan].totalAreaHa: must be 0 or more"],
    [
      "an unknown code",
      (f) => (nyagan(f).status = "open"),
      'sites[sez-nyagan].status: "open" is none of operating, under-construction, planned',
    ],
    [
      "an unknown sector",
      (f) => (nyagan(f).sectors = ["magic"]),
      'sites[sez-nyagan].sectors[0]: "magic" is none of quartz-and-optics',
    ],
    [
      "coordinates out of range",
      (f) => (nyagan(f, "coordinates").lat = 91),
      "sites[sez-nyagan].coordinates.lat: must be −90 to 90",
    ],
    ["a slug with capitals", (f) => (nyagan(f).slug = "SEZ"), "sites[SEZ].slug: must be a slug"],
    [
      "a fact without a source",
      (f) => (nyagan(f).sources = []),
      "sites[sez-nyagan].sources: needs at least one source",
    ],
    [
      "a source that is not there",
      (f) => (nyagan(f).sources = ["nowhere"]),
      'sites[sez-nyagan].sources[0]: "nowhere" is not in the sources of yugra.json or shared.json',
    ],
    [
      "a source of another region",
      (f) => (nyagan(f).sources = ["tv-vesti-day1"]),
      "a file may use only itself and shared.json",
    ],
    ["a missing language", (f) => delete nyagan(f, "name").zh, 'sites[sez-nyagan].name: has no text in "zh"'],
    ["an empty text", (f) => (nyagan(f, "name").en = " "), 'sites[sez-nyagan].name: has no text in "en"'],
    [
      "Cyrillic letters in Chinese",
      (f) => (nyagan(f, "name").zh = "涅甘 ОЭЗ"),
      'sites[sez-nyagan].name: "zh" has Cyrillic letters',
    ],
    [
      "Cyrillic letters in English",
      (f) => (nyagan(f, "name").en = "Nyagаn"),
      'sites[sez-nyagan].name: "en" has Cyrillic letters',
    ],
    [
      "Chinese characters in Russian",
      (f) => (nyagan(f, "name").ru = "涅甘"),
      'sites[sez-nyagan].name: "ru" has Chinese characters',
    ],
    [
      "stray white space",
      (f) => (nyagan(f, "name").ru = "Нягань "),
      'sites[sez-nyagan].name: has stray white space in "ru"',
    ],
    ["an unknown language", (f) => (nyagan(f, "name").de = "Njagan"), 'sites[sez-nyagan].name: has unknown field "de"'],
    [
      "null for unknown",
      (f) => (nyagan(f).phone = null),
      "sites[sez-nyagan].phone: is empty: leave out what is not known",
    ],
    [
      "an impossible day",
      (f) => (visit(f).start = "2026-02-30"),
      "visits[ze-optoelectronic-yugra-2026].start: must be a day: YYYY-MM-DD",
    ],
    [
      "an end before the start",
      (f) => (visit(f).end = "2025-12-31"),
      "visits[ze-optoelectronic-yugra-2026]: ends before it starts",
    ],
    [
      "a month without its last day",
      (f) => (visit(f).end = "2026-01-30"),
      "visits[ze-optoelectronic-yugra-2026]: a month is given by its first and its last day",
    ],
    [
      "a review before the as-of date",
      (f) => (nyagan(f).reviewBy = "2000-01-01"),
      "sites[sez-nyagan]: reviewBy is not after asOf",
    ],
    [
      "a figure without backing",
      (f) => delete nyagan(f).figures,
      "sites[sez-nyagan].totalAreaHa: has no entry in figures",
    ],
    [
      "a stop out of order",
      (f) => (visit(f, "stops", 0).order = 5),
      "visits[ze-optoelectronic-yugra-2026].stops[0]: has order 5 at place 1",
    ],
    [
      "a stop outside the visit",
      (f) => (visit(f, "stops", 0).date = "2026-03-01"),
      "visits[ze-optoelectronic-yugra-2026].stops[0].date: lies outside the visit",
    ],
    [
      "a reference to nothing",
      (f) => (nyagan(f).regimeSlug = "paradise"),
      'sites[sez-nyagan].regimeSlug: "paradise" is not in the regimes of yugra.json or shared.json',
    ],
    [
      "a site as its own zone",
      (f) => (nyagan(f).parentSiteSlug = "sez-nyagan"),
      "sites[sez-nyagan].parentSiteSlug: leads back to the site itself",
    ],
    [
      "a slug twice",
      (f) => (at(f, "sites", "technopark-impuls").slug = "sez-nyagan"),
      'sites[sez-nyagan]: "sez-nyagan" stands a second time; it is taken in yugra.json',
    ],
    [
      "a slug of another file",
      (f) => (nyagan(f).slug = "esipovo"),
      'sites[esipovo]: "esipovo" stands a second time; it is taken in moscow-oblast.json',
    ],
    [
      "a place that disagrees about its country",
      (f) => (nyagan(f, "municipality").en = "Nyagan, China"),
      "sites[sez-nyagan].municipality: the languages disagree about the country",
    ],
  ];

  it.each(CASES)("refuses %s, with file, path and reason", (_what, edit, fault) => {
    change("yugra.json", edit);
    expect(faults().filter((line) => line.startsWith("yugra.json: ") && line.includes(fault))).not.toEqual([]);
  });

  it("refuses a region whose slug is the address of a page", () => {
    expect(faults(["tver"])).toEqual(['tver.json: region.slug: "tver" is the address of a page of the portal']);
  });

  it("refuses a region file of another name", () => {
    change("tver.json", (file) => (at(file, "region").slug = "tver-oblast"));
    expect(faults()).toContain('tver.json: region.slug: "tver-oblast" differs from the file name');
  });

  it("refuses one address in two sources, and a source that nothing uses", () => {
    change("shared.json", (file) => {
      const sources = isObject(file) && Array.isArray(file.sources) ? file.sources : [];
      sources.push({ ...at(file, "sources", 0), id: "copy" });
    });
    expect(faults().filter((line) => line.includes("sources[copy]"))).toEqual([
      expect.stringMatching(/^shared\.json: sources\[copy\]: is used nowhere$/),
      expect.stringMatching(
        /^shared\.json: sources\[copy\]\.url: is the address of source ".+"; one address is one source$/,
      ),
    ]);
  });

  it("names every fault of every file at once", () => {
    change("yugra.json", (file) => (nyagan(file).totalAreaHa = -1));
    change("tver.json", (file) => delete at(file, "region").capital);
    writeFileSync(path.join(folder, "moscow.json"), "{ not json");
    const found = faults();
    expect(found).toContain("tver.json: region.capital: is missing");
    expect(found).toContain("yugra.json: sites[sez-nyagan].totalAreaHa: must be 0 or more");
    expect(found.filter((line) => line.startsWith("moscow.json: : is not JSON"))).toHaveLength(1);
  });

  it("says when there is nothing to read", () => {
    folder = mkdtempSync(path.join(tmpdir(), "facts-"));
    expect(faults()).toEqual([expect.stringMatching(/^shared\.json: : is missing in /)]);
  });
});
