import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import CacheHandler from "@/lib/core/cache-handler";
import { cacheState, expireTags, type PageTrace } from "@/lib/core/cache-state";

const handler = new CacheHandler();
const page = (tags: string, status = 200) => ({
  kind: "APP_PAGE",
  status,
  html: "<p>a",
  headers: { "x-next-cache-tags": tags },
});
const soon = () => Date.now() + 1;

describe("the cache of pages and query answers", () => {
  beforeEach(() => {
    globalThis.portalCache = undefined;
  });

  it("gives back what it was given", async () => {
    await handler.set("/en", page("regions"));
    expect(await handler.get("/en")).toMatchObject({ value: { html: "<p>a" } });
    expect(await handler.get("/ru")).toBeNull();
  });

  it("gives long pages and answers back letter by letter, but holds a fraction of them", async () => {
    const html = `<p>${"尼亚甘 Нягань Nyagan ".repeat(3000)}`;
    const body = JSON.stringify({ rows: Array.from({ length: 2000 }, (_, n) => ({ n, name: "Югра" })) });
    await handler.set("/zh", { ...page("regions"), html });
    await handler.set("query", { kind: "FETCH", tags: ["sites"], data: { body } });
    expect(await handler.get("/zh")).toMatchObject({ value: { html, status: 200, kind: "APP_PAGE" } });
    expect(await handler.get("query")).toMatchObject({ value: { data: { body }, kind: "FETCH", tags: ["sites"] } });
    expect(cacheState().entries.calculatedSize).toBeLessThan((html.length + body.length) / 4);
  });

  it("holds nothing of what only the framework's own scripts would fetch", async () => {
    const data = Buffer.alloc(100_000, "a");
    await handler.set("/en", { ...page("regions"), rscData: data, segmentData: new Map([["/a", data]]) });
    expect(cacheState().entries.get("/en")?.value).toEqual(page("regions"));
  });

  it("tells the gate the tags of a page with its first drawing", async () => {
    const trace: PageTrace = { id: "1", startedAt: Date.now(), tags: null };
    await cacheState().trace.run(trace, () => handler.set("/en/x", page("regions,site:x")));
    expect(trace.tags).toEqual(["regions", "site:x"]);
  });

  it.each([
    [200, true],
    [399, true],
    [400, false],
    [404, false],
    [500, false],
  ])("with status %i is kept: %s", async (status, isKept) => {
    await handler.set("/en/x", page("regions", status));
    expect((await handler.get("/en/x")) !== null).toBe(isKept);
  });

  it("keeps the last good page when a later one is missing", async () => {
    await handler.set("/en/x", page("regions"));
    await handler.set("/en/x", page("regions", 404));
    expect(await handler.get("/en/x")).not.toBeNull();
  });

  it("forgets a page when one of its tags expires", async () => {
    await handler.set("/en/x", page("regions,site:x"));
    expireTags(["site:y"], soon());
    expect(await handler.get("/en/x")).not.toBeNull();
    expireTags(["site:x"], soon());
    expect(await handler.get("/en/x")).toBeNull();
    expect(cacheState().entries.has("/en/x")).toBe(false);
  });

  it.each([
    ["tags", "site:x"],
    ["tags", ["sites", "site:x"]],
  ])("expires %s by revalidation: %j", async (_, tags) => {
    await handler.set("/en/x", page("site:x"));
    expireTags([], 0);
    await handler.revalidateTag(tags);
    expect(await handler.get("/en/x")).toBeNull();
  });

  it("forgets a query answer by its own tags and by those of the question", async () => {
    const data = { kind: "FETCH", data: { body: "{}" }, tags: ["site:x"] };
    await handler.set("q", data);
    expireTags(["site:x"], soon());
    expect(await handler.get("q", { kind: "FETCH" })).toBeNull();
    await handler.set("r", { ...data, tags: [] });
    expireTags(["later"], soon());
    expect(await handler.get("r", { kind: "FETCH", softTags: ["later"] })).toBeNull();
  });

  it.each(["page", "answer of a query"])(
    "does not give out a %s whose making began before a tag expired",
    async (kind) => {
      const value = kind === "page" ? page("site:x") : { kind: "FETCH", data: { body: "{}" }, tags: ["site:x"] };
      const trace: PageTrace = { id: "1", startedAt: 1000, tags: null };
      await cacheState().trace.run(trace, async () => {
        expireTags(["site:x"], 1001);
        await handler.set("/en/x", value);
      });
      expect(await handler.get("/en/x")).toBeNull();
      await cacheState().trace.run({ ...trace, startedAt: 1002 }, () => handler.set("/en/x", value));
      expect(await handler.get("/en/x")).not.toBeNull();
    },
  );

  it("takes away what it is told is gone", async () => {
    await handler.set("/en/x", page("a"));
    await handler.set("/en/x", null);
    expect(await handler.get("/en/x")).toBeNull();
  });

  it("tells the gate what the page of a request depends on, and only of pages", async () => {
    await handler.set("/en/x", page("regions,site:x"));
    await handler.set("q", { kind: "FETCH", data: { body: "{}" }, tags: ["other"] });
    const trace: PageTrace = { id: "1", startedAt: 0, tags: null };
    await cacheState().trace.run(trace, () => handler.get("q", { kind: "FETCH" }));
    expect(trace.tags).toBeNull();
    await cacheState().trace.run(trace, () => handler.get("/en/x", { kind: "APP_PAGE" }));
    expect(trace.tags).toEqual(["regions", "site:x"]);
  });

  it("never grows past its bound", async () => {
    const body = randomBytes(2 * 1024 * 1024); // cannot be made smaller
    for (let index = 0; index < 40; index++) await handler.set(`/${index}`, { ...page("a"), body });
    expect(cacheState().entries.calculatedSize).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(cacheState().entries.size).toBeLessThan(40);
    expect(await handler.get("/39")).not.toBeNull();
  });
});
