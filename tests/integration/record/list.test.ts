import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { listRecords } from "@/lib/record/list/staff-queries";
import { type ListFilter, type ListRow, translationStatuses } from "@/lib/record/list/types";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

const everything: ListFilter = {
  kind: null,
  region: null,
  state: null,
  language: null,
  search: "",
  isMine: false,
  page: 1,
};

/** The list of records of the staff area, on the facts. */
describe("the list of records", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let site: string;
  let otherSite: string;
  let operator: Actor;
  let editor: Actor;
  let parkOperator: Actor;
  let nobody: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    yugra = await recordId(client, "region", "yugra");
    site = await recordId(client, "site", "sez-nyagan");
    const tver = await recordId(client, "region", "tver");
    otherSite = (await client.record.findFirstOrThrow({ where: { kind: "site", regionId: tver } })).id;
    operator = await makeActor(client, "Operator", { role: "operator" });
    editor = await makeActor(client, "Editor", { role: "editor", regionId: yugra });
    parkOperator = await makeActor(client, "Park", { role: "park_operator", siteId: site });
    nobody = await makeActor(client, "Nobody");
  });
  afterAll(() => test?.drop());

  const list = (actor: Actor, filter: Partial<ListFilter> = {}) =>
    listRecords(actor, { ...everything, ...filter }, "ru");
  async function all(actor: Actor, filter: Partial<ListFilter> = {}): Promise<ListRow[]> {
    const first = await list(actor, filter);
    const rest = Array.from({ length: first.pages - 1 }, (_, index) => list(actor, { ...filter, page: index + 2 }));
    const rows = [first, ...(await Promise.all(rest))].flatMap(({ rows }) => rows);
    expect(rows.length).toBe(first.total);
    return rows;
  }
  const rowOf = async (id: string) => (await all(operator)).find((row) => row.id === id);

  it("has each record once over all its pages, those changed last first", async () => {
    const rows = await all(operator);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.length).toBe(await test.client.record.count({ where: { kind: { not: "media" } } }));
    const times = rows.map(({ changedAt }) => changedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it("shows an editor his region and what all share, and counts nothing else", async () => {
    const rows = await all(editor);
    const found = await test.client.record.findMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      select: { regionId: true },
    });
    expect(new Set(found.map(({ regionId }) => regionId))).toEqual(new Set([yugra, null]));
    expect(rows.length).toBe(
      await test.client.record.count({
        where: { kind: { not: "media" }, OR: [{ regionId: yugra }, { regionId: null }] },
      }),
    );
  });

  it("shows a park operator his site, and nobody without grants anything", async () => {
    const own = (await all(parkOperator)).filter(({ region }) => region !== null);
    expect(own.map(({ id }) => id)).toEqual([site]);
    expect(await list(nobody)).toMatchObject({ rows: [], total: 0 });
  });

  it("finds nothing of another region by any filter", async () => {
    const { name, kind } = (await rowOf(otherSite)) as ListRow;
    expect((await list(operator, { search: name?.text ?? "" })).rows.map(({ id }) => id)).toContain(otherSite);
    for (const filter of [
      { search: name?.text ?? "" },
      { region: "tver" },
      { kind, region: "tver" },
      { language: { locale: "zh", status: "current" } as const, region: "tver" },
      { isMine: true },
    ]) {
      const rows = await all(editor, filter);
      expect(rows.map(({ id }) => id)).not.toContain(otherSite);
      expect(rows.filter(({ region }) => region === "Тверская область")).toEqual([]);
    }
    expect(await list(editor, { region: "tver" })).toMatchObject({ rows: [], total: 0 });
  });

  it("finds a part of a name in any language and of an address, whatever the case; its signs mean themselves", async () => {
    const idsOf = async (search: string) => (await all(operator, { search })).map(({ id }) => id);
    for (const search of ["НЯГАНЬ", "尼亚甘", "nyaga", "sez-nyag"]) expect(await idsOf(search)).toContain(site);
    expect(await idsOf("%")).toEqual([]);
    expect(await idsOf("sez_nyagan")).toEqual([]);
    expect(await idsOf("'; DROP TABLE record; --")).toEqual([]);
  });

  it("filters by kind, state, own drafts, and the state of a draft of one language", async () => {
    expect(new Set((await all(operator, { kind: "visit" })).map(({ kind }) => kind))).toEqual(new Set(["visit"]));
    expect(await all(operator, { state: "withdrawn" })).toEqual([]);
    await test.client.draft.create({
      data: {
        id: newId(),
        recordId: site,
        locale: "zh",
        state: "in_review",
        document: { name: "稿" },
        baseVersion: 1,
        authorId: editor.id,
      },
    });
    const inReview = await all(operator, { language: { locale: "zh", status: "in_review" } });
    expect(inReview.map(({ id, languages }) => [id, languages.zh.draft])).toEqual([[site, "in_review"]]);
    expect(inReview[0]?.languages.en.draft).toBeNull();
    expect(await all(operator, { language: { locale: "en", status: "in_review" } })).toEqual([]);
    expect((await all(editor, { isMine: true })).map(({ id }) => id)).toEqual([site]);
    expect(await all(operator, { isMine: true })).toEqual([]);
    await test.client.draft.deleteMany();
  });

  it("tells of each language what its texts are, and finds it by that", async () => {
    const { client } = test;
    const statuses = async () => {
      const { ru, zh, en } = ((await rowOf(site)) as ListRow).languages;
      for (const status of translationStatuses) {
        const found = (await all(operator, { language: { locale: "zh", status } })).some(({ id }) => id === site);
        expect(found, status).toBe(zh.status === status);
      }
      return [ru.status, zh.status, en.status];
    };
    const key = { recordId_locale: { recordId: site, locale: "zh" } } as const;
    const before = await client.recordText.findUniqueOrThrow({ where: key, include: { words: true } });
    expect(await statuses()).toEqual(["source", "current", "current"]);

    await client.recordText.update({ where: key, data: { origin: "machine" } });
    expect(await statuses()).toEqual(["source", "machine", "current"]);
    const [word] = before.words;
    if (!word) throw new Error("the site has no words in Chinese");
    await client.partText.delete({
      where: { partId_field_locale: { partId: word.partId, field: word.field, locale: "zh" } },
    });
    expect(await statuses()).toEqual(["source", "partial", "current"]);
    await client.recordText.updateMany({
      where: { recordId: site, locale: "ru" },
      data: { version: { increment: 1 } },
    });
    expect(await statuses()).toEqual(["source", "outdated", "outdated"]);
    await client.recordText.update({ where: key, data: { state: "withdrawn" } });
    expect(await statuses()).toEqual(["source", "withdrawn", "outdated"]);
    await client.recordText.update({ where: key, data: { state: "published", sourceVersion: { increment: 1 } } });
    await client.partText.create({ data: word });
    await client.recordText.update({ where: key, data: { origin: "person" } });
    expect(await statuses()).toEqual(["source", "current", "outdated"]);

    const since = await client.translationState.findUniqueOrThrow({ where: key });
    await client.recordText.update({ where: key, data: { name: "涅甘经济特区" } });
    expect(await client.translationState.findUniqueOrThrow({ where: key })).toEqual(since);
    await client.recordText.delete({ where: key });
    expect(await statuses()).toEqual(["source", "missing", "outdated"]);
  });

  it("says of a draft that was never in force that there is nothing to translate", async () => {
    const { client } = test;
    const id = newId();
    await client.record.create({ data: { id, kind: "site", regionId: yugra } });
    await client.draft.create({
      data: {
        id: newId(),
        recordId: id,
        locale: "ru",
        document: { name: "Новая" },
        baseVersion: 0,
        authorId: editor.id,
      },
    });
    const [row] = await all(editor, { search: "нова", state: "draft" });
    expect(row).toMatchObject({ id, name: { text: "Новая", lang: "ru" }, state: "draft", figures: null });
    expect(row?.languages).toMatchObject({
      ru: { status: "none", draft: "open" },
      zh: { status: "none", draft: null, isMachine: false },
    });
  });
});
