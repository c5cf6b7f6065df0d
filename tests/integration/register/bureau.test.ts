import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { readDocument, readHead } from "@/lib/record/document/staff-queries";
import { saveDraft } from "@/lib/record/draft/mutations";
import { takeTranslations } from "@/lib/register/bureau/mutations";
import { bureauKey, checkTranslation, readBureauKey } from "@/lib/register/bureau/rules";
import { listBureauTexts } from "@/lib/register/bureau/staff-queries";
import type { BureauText } from "@/lib/register/bureau/types";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

/** Texts go out with their key and come back as drafts; whatever is doubtful is named by its row. */
describe("the exchange with a translation bureau", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let site: string;
  let translator: Actor;
  let stranger: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    site = await recordId(client, "site", "sez-nyagan");
    const yugra = await recordId(client, "region", "yugra");
    translator = await makeActor(client, "Translator", { role: "translator", regionId: yugra });
    stranger = await makeActor(client, "Stranger", {
      role: "translator",
      regionId: await recordId(client, "region", "tver"),
    });
    // A revision as it was, then a Russian summary that the Chinese and the English do not know.
    const head = await readHead(client, site);
    if (!head) throw new Error("no such site");
    const document = await readDocument(client, head);
    await client.revision.create({ data: { recordId: site, version: 1, document, parts: ["ru", "zh", "en"] } });
    await client.record.update({ where: { id: site }, data: { version: 2 } });
    await client.recordText.update({
      where: { recordId_locale: { recordId: site, locale: "ru" } },
      data: { summary: "Зона площадью 272 га, из них 150 га готовы к 2026 году.", version: 2 },
    });
  });
  afterAll(() => test?.drop());

  const textOf = async (path: string): Promise<BureauText> => {
    const found = (await listBureauTexts(translator, "zh")).find((one) => one.recordId === site && one.path === path);
    if (!found) throw new Error(`${path} is not behind`);
    return found;
  };
  const back = (text: BureauText, translation: string, row = 2) => {
    const key = readBureauKey(bureauKey(text));
    if (!key) throw new Error("no key");
    return { ...key, row, text: translation };
  };
  const draft = () => test.client.draft.findFirst({ where: { recordId: site, locale: "zh" } });

  it("takes out what is behind, beside its source and what changed in it, in the region of whoever asks", async () => {
    const text = await textOf("summary");
    expect(text.source).toContain("272 га");
    expect(text.before).toContain("Первая особая экономическая зона");
    expect(text.present).toMatch(/\p{Script=Han}/u);
    expect(await listBureauTexts(stranger, "zh")).toEqual([]);
    expect((await listBureauTexts(translator, "ru")).filter(({ recordId: id }) => id === site)).toEqual([]);
  });

  it("makes drafts of what comes back, publishes nothing, and touches no other language", async () => {
    const text = await textOf("summary");
    const before = await test.client.recordText.findMany({ where: { recordId: site }, orderBy: { locale: "asc" } });
    const report = await takeTranslations(translator, "zh", [
      back(text, "园区面积 272 公顷，其中 150 公顷将于 2026 年就绪。"),
    ]);
    expect(report).toEqual({ taken: 1, empty: 0, notes: [] });
    expect((await draft())?.document).toMatchObject({ summary: "园区面积 272 公顷，其中 150 公顷将于 2026 年就绪。" });
    expect(await test.client.recordText.findMany({ where: { recordId: site }, orderBy: { locale: "asc" } })).toEqual(
      before,
    );
    // The same file once more changes nothing.
    const again = await takeTranslations(translator, "zh", [
      back(text, "园区面积 272 公顷，其中 150 公顷将于 2026 年就绪。"),
    ]);
    expect(again.taken).toBe(0);
    expect(await test.client.draft.count({ where: { recordId: site } })).toBe(1);
  });

  it("leaves out what is not the translator's, what somebody else began, and what was made from an older source", async () => {
    const text = await textOf("summary");
    expect((await takeTranslations(stranger, "zh", [back(text, "他人")])).notes).toMatchObject([
      { problem: "not_there" },
    ]);
    const other = await takeTranslations(translator, "zh", [back(text, "面积 272 公顷，150 公顷，2026 年。")]);
    expect(other).toMatchObject({ taken: 0, notes: [{ row: 2, problem: "draft_differs" }] });
    const old = { ...back(text, "面积 272 公顷，150 公顷，2026 年。"), version: text.version - 1 };
    expect((await takeTranslations(translator, "zh", [old])).notes).toMatchObject([{ problem: "source_changed" }]);
    expect((await takeTranslations(translator, "zh", [back(text, "")])).empty).toBe(1);
  });

  it("names by its row what was taken but should be looked at", async () => {
    await test.client.draft.deleteMany({ where: { recordId: site } });
    const text = await textOf("summary");
    const report = await takeTranslations(translator, "zh", [back(text, "<b>园区</b>面积 270 公顷。", 7)]);
    expect(report.taken).toBe(1);
    expect(report.notes.map(({ row, problem }) => [row, problem])).toEqual([
      [7, "numbers"],
      [7, "markup"],
    ]);
    await test.client.draft.deleteMany({ where: { recordId: site } });
  });

  it("keeps what a colleague saved in another text of the same language", async () => {
    const head = await readHead(test.client, site);
    const text = await textOf("summary");
    if (!head) throw new Error("no such site");
    const sheet = (await readDocument(test.client, head)).words.zh ?? {};
    const nothing = { draftId: null, edition: 0, version: head.version };
    await saveDraft(test.client, translator, head, "zh", { ...sheet, name: "同事改的名称" }, nothing);
    await takeTranslations(translator, "zh", [back(text, "面积 272 公顷，150 公顷，2026 年。")]);
    expect((await draft())?.document).toMatchObject({
      name: "同事改的名称",
      summary: "面积 272 公顷，150 公顷，2026 年。",
    });
  });

  it("knows its keys and nothing else, and checks the words", () => {
    for (const key of ["", "x", `${site}/name`, `${site}/slug/1`, `${site}/texts.x.y/1`, `${site}/name/1 OR 1=1`]) {
      expect([key, readBureauKey(key)]).toEqual([key, null]);
    }
    const source = { path: "name", source: "ТОР «Комсомольск»", from: "ru" } as const;
    expect(checkTranslation(source, "共青城经济特区", "zh").map(({ problem }) => problem)).toEqual(["term"]);
    expect(checkTranslation(source, "ТОР «Комсомольск»", "zh").map(({ problem }) => problem)).toEqual([
      "not_translated",
    ]);
    expect(checkTranslation(source, "长".repeat(301), "zh").map(({ problem }) => problem)).toEqual(["too_long"]);
    expect(checkTranslation({ ...source, source: "UNITY PARK" }, "UNITY PARK", "zh")).toEqual([]);
  });
});
