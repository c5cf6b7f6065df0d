import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findMoved } from "@/lib/publishing/public-queries";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

describe("an address that was changed", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  const site = { kind_slug: { kind: "site", slug: "sez-nyagan-new" } } as const;

  beforeAll(async () => {
    test = await publicDatabase();
    await test.client.record.update({
      where: { kind_slug: { kind: "site", slug: "sez-nyagan" } },
      data: { slug: "sez-nyagan-new" },
    });
  });
  afterAll(() => test?.drop());

  it("leads to where the record stands now", async () => {
    expect(await findMoved("site", "sez-nyagan", "yugra")).toEqual({ slug: "sez-nyagan-new", region: "yugra" });
    expect(await findMoved("site", "sez-nyagan-new", "yugra")).toBeNull();
    expect(await findMoved("visit", "sez-nyagan", "yugra")).toBeNull();
  });

  it("leads on when the address of its region changed too", async () => {
    await test.client.record.update({
      where: { kind_slug: { kind: "region", slug: "yugra" } },
      data: { slug: "khanty-mansi" },
    });
    expect(await findMoved("site", "sez-nyagan-new", "yugra")).toEqual({
      slug: "sez-nyagan-new",
      region: "khanty-mansi",
    });
    expect(await findMoved("region", "yugra", null)).toEqual({ slug: "khanty-mansi", region: "khanty-mansi" });
  });

  it("says nothing of a record that is not public", async () => {
    await test.client.record.update({ where: site, data: { state: "withdrawn" } });
    expect(await findMoved("site", "sez-nyagan", "yugra")).toBeNull();
  });
});
