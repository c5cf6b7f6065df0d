import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, type Role, roles } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { FormFields } from "@/lib/form/types";
import { mediaActions } from "@/lib/media/actions";
import { findPublicFile, listMedia } from "@/lib/media/public-queries";
import { mediaFilterSchema } from "@/lib/media/schema";
import { getAssetFile, getStoredFile, listCards, listLibrary, listPickable } from "@/lib/media/staff-queries";
import { editorActions } from "@/lib/record/editor/actions";
import { makeActor, recordId } from "@/tests/support/actors";
import { plainPicture } from "@/tests/support/files";
import { beginOne, mediaFolder, prepareAll, uploadOne } from "@/tests/support/media";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

describe("who may do what with files", () => {
  const place = mediaFolder();
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let site: string;
  let draft: string;
  let shown: string;
  const here = new Map<Role, Actor>();
  const there = new Map<Role, Actor>();

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    yugra = await recordId(client, "region", "yugra");
    site = await recordId(client, "site", "sez-nyagan");
    const tver = await recordId(client, "region", "tver");
    const otherSite = await recordId(client, "site", "technopark-impuls");
    for (const role of roles) {
      const isSite = role === "park_operator";
      const own = role === "operator" ? {} : isSite ? { siteId: site } : { regionId: yugra };
      here.set(role, await makeActor(client, role, { role, ...own }));
      if (role === "operator") continue;
      there.set(
        role,
        await makeActor(client, role, { role, ...(isSite ? { siteId: otherSite } : { regionId: tver }) }),
      );
    }
    draft = await upload("#112233");
    shown = await upload("#445566");
    await client.recordText.create({ data: { recordId: shown, locale: "ru", name: "Цех", state: "published" } });
    await client.record.update({ where: { id: shown }, data: { state: "published", publishedAt: new Date(0) } });
    await client.mediaUse.create({ data: { recordId: site, assetId: shown, role: "cover" } });
    await client.mediaUse.create({ data: { recordId: site, assetId: draft, role: "gallery" } });
  });
  afterAll(async () => {
    await test?.drop();
    place.remove();
  });

  async function upload(color: string): Promise<string> {
    const editor = here.get("editor");
    if (!editor) throw new Error("no editor");
    const made = await uploadOne(editor, await plainPicture("png", 600, 400, color), { name: "a.png", region: yugra });
    await prepareAll();
    return "id" in made ? made.id : "";
  }

  /** Roles for which this holds in their own region; nowhere does it hold in another. */
  async function allowed(may: (actor: Actor) => Promise<boolean>): Promise<Role[]> {
    const found: Role[] = [];
    for (const role of roles) {
      const [own, other] = [here.get(role), there.get(role)];
      if (own && (await may(own))) found.push(role);
      expect([role, "elsewhere", other ? await may(other) : false]).toEqual([role, "elsewhere", false]);
    }
    expect(await may(await makeActor(test.client, "Nobody"))).toBe(false);
    return found;
  }

  const uploaders: Role[] = ["editor", "approver", "organizer", "operator"];
  const publishers: Role[] = ["approver", "operator"];
  const byOrder = (wanted: Role[]) => roles.filter((role) => wanted.includes(role));
  const bytes = Buffer.from("x");

  it("begin an upload", async () => {
    const may = async (actor: Actor) => "upload" in (await beginOne(actor, bytes, { name: "a.png", region: yugra }));
    expect(await allowed(may)).toEqual(byOrder(uploaders));
  });

  it("begin one for all regions: the operator alone", async () => {
    const may = async (actor: Actor) => "upload" in (await beginOne(actor, bytes, { name: "a.png" }));
    expect(await allowed(may)).toEqual(["operator"]);
  });

  it("replace a draft, and what is public", async () => {
    const replace = (asset: string) => async (actor: Actor) =>
      "upload" in (await beginOne(actor, bytes, { name: "a.png", asset }));
    expect(await allowed(replace(draft))).toEqual(byOrder(uploaders));
    expect(await allowed(replace(shown))).toEqual(byOrder(publishers));
  });

  it("see drafts in the library, on their page and as a file", async () => {
    const filter = mediaFilterSchema.parse({});
    const readers = roles.filter((role) => role !== "park_operator");
    const inLibrary = async (actor: Actor) =>
      (await listLibrary(actor, filter, "ru")).cards.some(({ id }) => id === draft);
    expect(await allowed(inLibrary)).toEqual(readers);
    expect(await allowed(async (actor) => (await getAssetFile(actor, draft)) !== null)).toEqual(readers);
    expect(await allowed(async (actor) => (await getStoredFile(actor, draft)) !== null)).toEqual(readers);
    expect(await allowed(async (actor) => (await listCards(actor, [draft], "ru")).length > 0)).toEqual(readers);
  });

  it("lets a site's operator choose among what is public in his region", async () => {
    const parkOperator = here.get("park_operator");
    if (!parkOperator) throw new Error("no actor");
    const pickable = await listPickable({ regionId: yugra, taken: [] }, parkOperator, "ru");
    expect(pickable.map(({ id }) => id)).toEqual([shown]);
  });

  it("shows readers what is published and used, and nothing of drafts", async () => {
    const { client } = test;
    const { storageKey } = await client.mediaAsset.findUniqueOrThrow({ where: { id: draft } });
    expect(await findPublicFile(storageKey)).toBeNull();
    const media = await listMedia("site", "sez-nyagan", "zh");
    expect(media.cover).toMatchObject({ id: shown, alt: { text: "Цех", lang: "ru" } });
    expect(media.gallery).toEqual([]);
    await client.record.update({ where: { id: shown }, data: { state: "withdrawn" } });
    expect((await listMedia("site", "sez-nyagan", "zh")).cover).toBeNull();
    expect(await findPublicFile(media.cover?.storageKey ?? "")).toBeNull();
    await client.record.update({ where: { id: shown }, data: { state: "published" } });
  });

  const run = async (name: string, actor: Actor, pairs: [string, string][]) => {
    const action = { ...mediaActions, ...editorActions }[name];
    if (action?.audience !== "staff") throw new Error(`no action ${name}`);
    const fields = new FormFields(pairs);
    return action.run(actor, { locale: "ru", fields, formId: newId(), client: "", userAgent: "" });
  };

  it("write and translate the words", async () => {
    const write = (locale: string) => async (actor: Actor) => {
      await test.client.draft.deleteMany({ where: { recordId: draft } });
      const pairs: [string, string][] = [
        ["record", draft],
        ["intent", "save"],
        [`base.${locale}`, "/0/0"],
        [`${locale}:name`, "x"],
      ];
      const { ok } = await run("save-record", actor, pairs);
      return ok && (await test.client.draft.count({ where: { recordId: draft } })) === 1;
    };
    expect(await allowed(write("ru"))).toEqual(byOrder(uploaders));
    expect(await allowed(write("zh"))).toEqual(byOrder([...uploaders, "translator"]));
  });

  it("delete: drafts those who may edit them, the rest approvers; what is shown only with a tick", async () => {
    const { client } = test;
    const remove = (make: () => Promise<string>) => async (actor: Actor) => {
      const id = await make();
      await run("delete-media", actor, [["asset", id]]);
      const isGone = (await client.record.count({ where: { id } })) === 0;
      await client.record.deleteMany({ where: { id } });
      return isGone;
    };
    let color = 100_000;
    const fresh = () => upload(`#${++color}`);
    const published = async () => {
      const id = await fresh();
      await client.recordText.create({ data: { recordId: id, locale: "ru", name: "Цех", state: "published" } });
      await client.record.update({ where: { id }, data: { state: "published", publishedAt: new Date(0) } });
      return id;
    };
    expect(await allowed(remove(fresh))).toEqual(byOrder(uploaders));
    expect(await allowed(remove(published))).toEqual(byOrder(publishers));
    const approver = here.get("approver");
    if (!approver) throw new Error("no actor");
    expect(await run("delete-media", approver, [["asset", shown]])).toMatchObject({ ok: false, code: "in_use" });
    const before = place.list().length;
    const sure: [string, string][] = [
      ["asset", shown],
      ["places", "yes"],
    ];
    expect(await run("delete-media", approver, sure)).toMatchObject({ ok: true, said: "deleted" });
    expect(await client.mediaUse.count({ where: { recordId: site } })).toBe(1);
    expect(place.list().length).toBeLessThan(before);
    expect(await client.auditEntry.count({ where: { action: "media.delete", recordId: shown } })).toBe(1);
  });
});
