import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readAddress } from "@/lib/core/gate/address";
import { listFilterKeys, paths, reservedSegments } from "@/lib/core/paths";
import { locales } from "@/lib/i18n/locales";
import { facts, regionNames } from "@/tests/support/facts";

const root = path.resolve(import.meta.dirname, "../../..");

describe("reserved words", () => {
  it("hold every fixed segment behind the language", () => {
    const folders = ["app/[locale]", "app/[locale]/(public)"].flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { withFileTypes: true })
        // A file's name has a dot, which no slug has.
        .filter((entry) => entry.isDirectory() && !/^[[(_]|\./.test(entry.name))
        .map(({ name }) => name),
    );
    expect(folders).toContain("sites");
    expect(reservedSegments).toEqual(expect.arrayContaining(folders));
  });

  it("are the slug of no region", () => {
    for (const name of regionNames) expect(reservedSegments).not.toContain(facts(name).region.slug);
  });

  it("stand once each, in order", () => {
    expect([...new Set(reservedSegments)].sort()).toEqual(reservedSegments);
  });
});

describe("addresses", () => {
  const made = locales.flatMap((locale) => [
    paths.home(locale),
    paths.region(locale, "moscow-oblast"),
    paths.sites(locale, { kind: "sez,asez", region: "tver", page: "2", status: "planned" }),
    paths.regionSites(locale, "tver", { status: "planned" }),
    paths.site(locale, "yugra", "sez-nyagan"),
    paths.visit(locale, "yugra", "some-visit-2026-01"),
  ]);

  it.each(made)("%s passes the gate", (url) => {
    expect(readAddress({ method: "GET", url, headers: {} })).toMatchObject({ kind: "page" });
  });

  it("of a view are the same however its parameters were put together", () => {
    const query = { region: "tver", kind: "sez", status: "planned", page: "2" };
    const reversed = Object.fromEntries(Object.entries(query).reverse());
    expect(paths.sites("en", reversed)).toBe(paths.sites("en", query));
    expect([...new URL(paths.sites("en", query), "http://x").searchParams.keys()]).toEqual(listFilterKeys.sites);
  });

  it("have no question mark where nothing is asked", () => {
    expect(paths.sites("en", { kind: "", page: "" })).toBe("/en/sites");
  });
});
