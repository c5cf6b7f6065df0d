import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheState, type KeptAnswer } from "@/lib/core/cache-state";
import { startTagClock, type TagClock, tagChannel } from "@/lib/core/tag-clock";
import { testDatabase } from "@/tests/support/database";

const answer = (tag: string): KeptAnswer => ({
  status: 200,
  headers: {},
  identity: Buffer.from("a"),
  gzip: Buffer.from("a"),
  brotli: null,
  tags: [tag],
  keptAt: 0,
});

describe("the clock of tags that processes share", () => {
  let test: Awaited<ReturnType<typeof testDatabase>>;
  let clock: TagClock;
  let other: pg.Client;
  let troubles: Error[];

  const keep = (...tags: string[]) => {
    for (const tag of tags) cacheState().kept.set(`/${tag}`, answer(tag));
  };
  const kept = () => [...cacheState().kept.keys()].sort();
  const listeners = async () =>
    (await other.query("SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"))
      .rows;

  beforeEach(async () => {
    globalThis.portalCache = undefined;
    test = await testDatabase("empty");
    other = new pg.Client({ connectionString: test.url });
    await other.connect();
    troubles = [];
    clock = startTagClock(test.url, (error) => troubles.push(error));
    await expect.poll(async () => (await listeners()).length).toBe(1);
  });
  afterEach(async () => {
    await clock.close();
    await other.end();
    await test.drop();
  });

  it("takes away here what another process changed, and only that", async () => {
    keep("site:a", "site:b");
    await other.query("SELECT pg_notify($1, $2)", [tagChannel, JSON.stringify(["site:a"])]);
    await expect.poll(kept).toEqual(["/site:b"]);
  });

  it("hears of a change with its commit, and of none that was rolled back", async () => {
    keep("site:a", "site:b");
    await other.query("BEGIN");
    await other.query("SELECT pg_notify($1, $2)", [tagChannel, JSON.stringify(["site:a"])]);
    await other.query("ROLLBACK");
    await other.query("SELECT pg_notify($1, $2)", [tagChannel, JSON.stringify(["site:b"])]);
    await expect.poll(kept).toEqual(["/site:a"]);
  });

  it("tells the others what changed here", async () => {
    const heard: (string | undefined)[] = [];
    other.on("notification", ({ payload }) => heard.push(payload));
    await other.query(`LISTEN ${tagChannel}`);
    await clock.announce(["site:a", "sites"]);
    await expect.poll(() => heard).toEqual(['["site:a","sites"]']);
  });

  it.each(["", "x", "{}", "null", '"sites"', "[1,null]"])("passes over the broken word %j", async (payload) => {
    keep("sites", "regions");
    await other.query("SELECT pg_notify($1, $2)", [tagChannel, payload]);
    await other.query("SELECT pg_notify($1, $2)", [tagChannel, '["regions"]']);
    await expect.poll(kept).toEqual(["/sites"]);
  });

  it("forgets everything when the line was broken, because nobody knows what was missed", async () => {
    keep("site:a");
    for (const { pid } of await listeners()) await other.query("SELECT pg_terminate_backend($1)", [pid]);
    await expect.poll(kept).toEqual([]);
    await expect.poll(async () => (await listeners()).length).toBe(1);
    expect(troubles).toHaveLength(1);
    keep("site:a", "site:b");
    await other.query("SELECT pg_notify($1, $2)", [tagChannel, '["site:a"]']);
    await expect.poll(kept).toEqual(["/site:b"]);
  });

  it("never fails a change because the line is broken", async () => {
    await clock.close();
    await expect(clock.announce(["sites"])).resolves.toBeUndefined();
  });
});
