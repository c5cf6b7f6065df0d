import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import type { Actor } from "@/lib/auth/types";
import { FormFields } from "@/lib/form/types";
import { toSheet } from "@/lib/record/draft/schema";
import { searchLinks } from "@/lib/record/editor/options/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

/** What an editor of Yugra finds for what he types into a field that leads to another record. */
describe("links to other records", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let site: string;
  let foreign: string;
  let editor: Actor;
  let operator: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    site = await recordId(client, "site", "sez-nyagan");
    foreign = await recordId(client, "site", "emmauss-sez");
    editor = await makeActor(client, "Editor", {
      role: "editor",
      regionId: await recordId(client, "region", "yugra"),
    });
    operator = await makeActor(client, "Operator", { role: "operator" });
  });
  afterAll(() => test?.drop());

  const idsOf = async (actor: Actor, kind: "site" | "person" | "organisation" | "source", text: string) =>
    (await searchLinks(actor, kind, text, "zh")).map(({ id }) => id);

  async function save(pairs: [string, string][], intent = "save") {
    const { version } = await test.client.record.findUniqueOrThrow({ where: { id: site } });
    const draft = await test.client.draft.findFirst({ where: { recordId: site, locale: null } });
    const base = `${draft?.id ?? ""}/${draft?.edition ?? 0}/${version}`;
    const fields = new FormFields([["record", site], ["intent", intent], ["base.shared", base], ...pairs]);
    const action = staffActions["save-record"];
    if (action?.audience !== "staff") throw new Error("not for staff");
    await action.run(editor, { formId: "0", locale: "ru", client: "203.0.113.7", userAgent: "x", fields });
    const after = await test.client.draft.findFirst({ where: { recordId: site, locale: null } });
    return toSheet(after?.document ?? {});
  }

  it("are found by a part of a name in any language or of an address, at most twenty", async () => {
    for (const text of ["Нягань", "尼亚甘", "nyagan", "sez-nya"])
      expect(await idsOf(editor, "site", text)).toContain(site);
    expect((await idsOf(operator, "site", "e")).length).toBe(20);
    expect(await idsOf(editor, "site", "100%_")).toEqual([]);
    expect(await idsOf(editor, "site", " ")).toEqual([]);
  });

  it("leave out what another region has not published, and people who did not agree to be named", async () => {
    const { client } = test;
    await client.record.update({ where: { id: foreign }, data: { state: "withdrawn" } });
    expect(await idsOf(editor, "site", "emmauss")).toEqual([]);
    expect(await idsOf(operator, "site", "emmauss")).toEqual([foreign]);
    await client.record.update({ where: { id: foreign }, data: { state: "published" } });
    const masked = await client.organisation.findFirstOrThrow({
      where: { record: { state: "published", slug: { not: null } } },
      select: { id: true, record: { select: { slug: true } } },
    });
    const tver = await client.region.findFirstOrThrow({ where: { record: { slug: "tver" } }, select: { id: true } });
    await client.record.update({ where: { id: masked.id }, data: { regionId: tver.id } });
    await client.consent.create({ data: { organisationId: masked.id, level: "named", basis: "agreed" } });
    expect(await idsOf(editor, "organisation", masked.record.slug ?? "")).toContain(masked.id);
    await client.consent.create({ data: { organisationId: masked.id, level: "counted", basis: "agreed" } });
    expect(await idsOf(editor, "organisation", masked.record.slug ?? "")).not.toContain(masked.id);
    expect(await idsOf(operator, "organisation", masked.record.slug ?? "")).toContain(masked.id);
  });

  it("are taken by their name where only one record has it; else what may be meant is offered and chosen by a button", async () => {
    const name = "Индустриальный парк «Единственный»";
    await test.client.recordText.update({
      where: { recordId_locale: { recordId: foreign, locale: "ru" } },
      data: { name },
    });
    expect((await save([["values.parentId", name]]))["values.parentId"]).toBe(foreign);
    expect((await save([["values.parentId", "Индустриальный парк"]]))["values.parentId"]).toBe("Индустриальный парк");
    const view = await readEditor(editor, site, "ru", null);
    const candidates = view?.candidates["values.parentId"] ?? [];
    expect(candidates.map(({ id }) => id)).toContain(foreign);
    expect(candidates.length).toBeLessThanOrEqual(6);
    const chosen = await save([], `link/values.parentId/${foreign}/Индустриальный парк`);
    expect(chosen["values.parentId"]).toBe(foreign);
    await save([["values.parentId", "нет такой"]]);
    expect((await readEditor(editor, site, "ru", null))?.candidates["values.parentId"]).toEqual([]);
  });

  it("to sources keep a title of several words until one is chosen", async () => {
    const source = await test.client.source.findFirstOrThrow({ where: { regionId: null }, orderBy: { code: "asc" } });
    const path = `backing.${site}.all.sources`;
    const words = source.title.split(" ").slice(0, 3).join(" ");
    const sheet = await save([[path, words]]);
    const view = await readEditor(editor, site, "ru", null);
    expect(view?.candidates[`${path} ${sheet[path]}`]?.map(({ id }) => id)).toContain(source.id);
    expect((await save([], `link/${path}/${source.id}/${sheet[path]}`))[path]).toBe(source.id);
  });
});
