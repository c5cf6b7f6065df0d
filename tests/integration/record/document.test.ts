import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, makeDatabase } from "@/lib/db/make-client";
import { isSame } from "@/lib/publishing/sheet";
import { writeShared, writeWords } from "@/lib/record/document/mutations";
import { compileShared } from "@/lib/record/document/rules";
import { readDocument, readHead } from "@/lib/record/document/staff-queries";
import { editableKinds } from "@/lib/record/shapes";
import { testDatabase } from "@/tests/support/database";

let test: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
beforeAll(async () => {
  test = await testDatabase("facts");
  database = makeDatabase({ url: test.url, statementTimeoutMs: 0 });
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

/** Of kinds with many records these many, spread over all: enough to meet each of their rows. */
const mostOfAKind = 16;

const tablesWithoutClock = ["site", "lot", "site_utility", "transport_link", "visit", "visit_place", "participant"];

describe("every record as a document", () => {
  it.each(editableKinds)("%s: read, written back and read again it is the same, and so are its rows", async (kind) => {
    const { client } = database;
    const all = await client.record.findMany({ where: { kind }, select: { id: true }, orderBy: { slug: "asc" } });
    const step = Math.max(1, Math.floor(all.length / mostOfAKind));
    const records = all.filter((_, index) => index % step === 0);
    const rows = () =>
      Promise.all(
        tablesWithoutClock.map((table) => database.pool.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY 1`)),
      ).then((all) => all.map((one) => one.rows));
    const before = await rows();
    for (const { id } of records) {
      const head = await readHead(client, id);
      if (!head) throw new Error(`no ${kind} ${id}`);
      const document = await readDocument(client, head);
      // A place that only a tie names has no row of its own.
      if (Object.keys(document.shared).length === 0) continue;
      expect(compileShared(head, document.shared).issues).toEqual([]);
      await client.$transaction(async (tx) => {
        await writeShared(tx, head, document.shared);
        for (const locale of ["ru", "zh", "en"] as const) {
          const words = document.words[locale];
          if (!words) continue;
          const version = {
            version: head.version,
            madeFrom: head.version,
            isMinor: false,
            origin: "person",
            now: new Date(),
          } as const;
          expect(await writeWords(tx, head, locale, words, version)).toEqual({});
        }
      });
      const again = await readDocument(client, head);
      expect(again).toEqual(document);
      expect(isSame(again.shared, document.shared)).toBe(true);
    }
    expect(await rows()).toEqual(before);
  });
});
