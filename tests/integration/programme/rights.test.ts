import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import { type Actor, type Role, roles } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import { FormFields } from "@/lib/form/types";
import { listRoutes } from "@/lib/programme/begin/staff-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

type Pairs = [name: string, value: string][];
const keepers: Role[] = ["editor", "organizer", "approver", "operator"];

/** What each action of a visit's workspace does when it may, and who may: nobody else, and nobody of another region. */
describe("the rights of a visit", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let visit: TestVisit;
  let yugra: string;
  let tver: string;
  let template: string;
  let round = 0;

  beforeAll(async () => {
    test = await publicDatabase();
    yugra = await recordId(test.client, "region", "yugra");
    tver = await recordId(test.client, "region", "tver");
    const author = await makeActor(test.client, "Author", { role: "organizer", regionId: yugra });
    visit = await makeVisit(test.client, author);
    template = newId();
    await act(author, "save-template", template, own([["name", "Основа"]]));
  });
  afterAll(() => test?.drop());

  const own = (pairs: Pairs): Pairs => [["record", visit.head.id], ...pairs];
  const fresh = () => String(++round);

  async function base(): Promise<Pairs> {
    const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
    return own([["base.shared", `${draft.id}/${draft.edition}/0`]]);
  }

  async function act(actor: Actor, action: string, formId: string, pairs: Pairs) {
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(`no such action of staff: ${action}`);
    const input = { locale: "ru", fields: new FormFields(pairs), formId, client: "192.0.2.1", userAgent: "t" } as const;
    return found.run(actor, input);
  }

  /** Everything that an action may touch, as one text. */
  async function state(): Promise<string> {
    const { rows } = await database().pool.query<{ state: string }>(
      `SELECT (SELECT string_agg(document::text, '|' ORDER BY id) FROM draft WHERE record_id = $1)
        || (SELECT count(*) FROM record) || (SELECT count(*) FROM programme_version)
        || (SELECT count(*) FROM programme_template)
        || (SELECT string_agg(h::text, '|' ORDER BY h.day, h.country) FROM holiday h) AS state`,
      [visit.head.id],
    );
    return rows[0]?.state ?? "";
  }

  const cases: { action: string; may: readonly Role[]; isHouse?: true; fields: () => Promise<Pairs> | Pairs }[] = [
    {
      action: "save-stop",
      may: keepers,
      fields: async () => [
        ...(await base()),
        ["stop", visit.ids.stops[0]],
        ["intent", "save"],
        [`rows.items.${visit.ids.stops[0]}.contactPhone`, `+7 346 000-${fresh()}`],
      ],
    },
    { action: "add-stop", may: keepers, fields: async () => [...(await base()), ["day", "2026-12-15"]] },
    {
      action: "move-stop",
      may: keepers,
      fields: async () => [
        ...(await base()),
        ["stop", visit.ids.stops[2]],
        ["move", `day/2027-01-${10 + (round++ % 20)}`],
      ],
    },
    {
      action: "send-programme",
      may: keepers,
      fields: async () => {
        await test.client.programmeVersion.findMany();
        const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: "en" } });
        await test.client.draft.update({
          where: { id: draft.id },
          data: { document: { name: `A visit ${fresh()}` } },
        });
        return own([]);
      },
    },
    {
      action: "new-visit",
      may: keepers,
      fields: () => [
        ["region", yugra],
        ["name", `Визит ${fresh()}`],
        ["direction", "inbound"],
        ["startsOn", "2027-03-01"],
        ["endsOn", "2027-03-02"],
        ["from", ""],
        ["tie", ""],
      ],
    },
    { action: "save-template", may: keepers, fields: () => own([["name", `Шаблон ${fresh()}`]]) },
    {
      action: "add-stops",
      may: keepers,
      fields: () =>
        own([
          ["from", `template/${template}`],
          ["day", "2026-12-14"],
        ]),
    },
    {
      action: "save-holiday",
      may: ["approver", "operator"],
      isHouse: true,
      fields: () => [
        ["country", "ru"],
        ["day", "2027-11-05"],
        ["kind", "work"],
        ["ru", `Рабочий день ${fresh()}`],
        ["source", "постановление"],
      ],
    },
    {
      action: "remove-holiday",
      may: ["approver", "operator"],
      isHouse: true,
      fields: async () => {
        const key = { country: "cn" as const, day: new Date("2028-02-02") };
        await test.client.holiday.upsert({
          where: { country_day: key },
          create: { ...key, names: { zh: "调休" }, source: "通知" },
          update: {},
        });
        return [["holiday", "cn/2028-02-02"]];
      },
    },
  ];

  it.each(cases)("$action", async ({ action, may, isHouse, fields }) => {
    const hasEffect = async (actor: Actor) => {
      const pairs = await fields();
      const before = await state();
      await act(actor, action, newId(), pairs);
      return (await state()) !== before;
    };
    for (const role of roles) {
      const grant =
        role === "operator" ? {} : role === "park_operator" ? { siteId: await site() } : { regionId: yugra };
      const actor = await makeActor(test.client, role, { role, ...grant });
      expect([role, "here", await hasEffect(actor)]).toEqual([role, "here", may.includes(role)]);
      if (role === "operator" || role === "park_operator" || isHouse) continue;
      const stranger = await makeActor(test.client, role, { role, regionId: tver });
      expect([role, "elsewhere", await hasEffect(stranger)]).toEqual([role, "elsewhere", false]);
    }
  });

  const site = () => recordId(test.client, "site", "sez-nyagan");

  it("lets nobody begin with a visit that he may not read", async () => {
    const stranger = await makeActor(test.client, "Stranger", { role: "organizer", regionId: tver });
    const id = newId();
    const result = await act(stranger, "new-visit", id, [
      ["region", tver],
      ["name", "Копия"],
      ["direction", "inbound"],
      ["from", `visit/${visit.head.id}`],
      ["tie", ""],
      ["startsOn", ""],
      ["endsOn", ""],
    ]);
    expect(result).toMatchObject({ ok: false, fields: { from: "not_there" } });
    expect(await test.client.record.findUnique({ where: { id } })).toBeNull();
  });

  it("copies stops and places of a visit to other days, and none of its people", async () => {
    const organizer = await makeActor(test.client, "Organizer", { role: "organizer", regionId: yugra });
    const id = newId();
    const fields: Pairs = [
      ["region", yugra],
      ["name", "Повторный визит"],
      ["direction", "inbound"],
      ["from", `visit/${visit.head.id}`],
      ["tie", "continues"],
      ["startsOn", "2027-04-05"],
      ["endsOn", "2027-04-06"],
    ];
    expect(await act(organizer, "new-visit", id, fields)).toMatchObject({ ok: true });
    expect(await act(organizer, "new-visit", id, fields)).toMatchObject({ ok: true });
    const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: id, locale: null } });
    const sheet = draft.document as Record<string, string>;
    const items = (sheet["rows.items"] ?? "").split(" ");
    expect(items.length).toBeGreaterThanOrEqual(3);
    expect(sheet[`rows.items.${items[0]}.startsAt`]).toMatch(/^2027-04-0/);
    expect(sheet["rows.participants"]).toBeUndefined();
    expect(sheet["values.continuesId"]).toBe(visit.head.id);
    const zh = await test.client.draft.findFirstOrThrow({ where: { recordId: id, locale: "zh" } });
    expect(JSON.stringify(zh.document)).toContain("玻璃项目会谈");
  });

  it("puts a tour of the region's sites of a sector into it, and nothing for a sector without sites", async () => {
    const organizer = await makeActor(test.client, "Organizer", { role: "organizer", regionId: yugra });
    const [first] = await listRoutes(yugra);
    const items = async () => {
      const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
      return ((draft.document as Record<string, string>)["rows.items"] ?? "").split(" ").length;
    };
    const before = await items();
    const add = (sector: string) =>
      act(
        organizer,
        "add-stops",
        newId(),
        own([
          ["from", `route/${sector}`],
          ["day", "2026-12-14"],
        ]),
      );
    expect(await add(first?.sector ?? "")).toMatchObject({ said: "stops_added" });
    expect(await items()).toBe(before + (first?.count ?? 0));
    expect(await add("fisheries")).toMatchObject({ fields: { from: "not_there" } });
  });

  it("of two who moved the same stop from the same page the later one is told, and nothing is lost", async () => {
    const organizer = await makeActor(test.client, "Organizer", { role: "organizer", regionId: yugra });
    const pairs = await base();
    const [talk] = visit.ids.stops;
    const move = (day: string): Pairs => [...pairs, ["stop", talk], ["move", `day/${day}`]];
    expect(await act(organizer, "move-stop", newId(), move("2026-12-16"))).toMatchObject({ ok: true });
    expect(await act(organizer, "move-stop", newId(), move("2026-12-18"))).toMatchObject({ code: "conflict" });
    const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
    expect((draft.document as Record<string, string>)[`rows.items.${talk}.startsAt`]).toBe("2026-12-16 10:00");
  });

  it("sends nothing out that guests could not read", async () => {
    const organizer = await makeActor(test.client, "Organizer", { role: "organizer", regionId: yugra });
    const [talk] = visit.ids.stops;
    const wrong: Pairs = [
      ...(await base()),
      ["stop", talk],
      ["intent", "save"],
      [`rows.items.${talk}.startsAt`, "завтра в десять"],
    ];
    expect(await act(organizer, "save-stop", newId(), wrong)).toMatchObject({ ok: true });
    expect(await act(organizer, "send-programme", newId(), own([]))).toMatchObject({ code: "not_ready" });
  });
});
