import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import { type Actor, type Role, roles } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import { FormFields } from "@/lib/form/types";
import { keepList } from "@/lib/programme/party-list/import/mutations";
import { savePassData } from "@/lib/programme/passport/mutations";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

type Pairs = [name: string, value: string][];
const keepers: Role[] = ["editor", "organizer", "approver", "operator"];
const trusted: Role[] = ["organizer", "operator"];

/** What each action on people and meetings does when it may, and who may: nobody else, and nobody of another region. */
describe("the rights to people and meetings of a visit", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let visit: TestVisit;
  let yugra: string;
  let tver: string;
  let author: Actor;
  let round = 0;

  beforeAll(async () => {
    test = await publicDatabase();
    yugra = await recordId(test.client, "region", "yugra");
    tver = await recordId(test.client, "region", "tver");
    author = await makeActor(test.client, "Author", { role: "organizer", regionId: yugra });
    visit = await makeVisit(test.client, author);
  });
  afterAll(() => test?.drop());

  const fresh = () => String(++round);

  async function base(): Promise<Pairs> {
    const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
    return [["base.shared", `${draft.id}/${draft.edition}/0`]];
  }

  async function act(actor: Actor, action: string, pairs: Pairs) {
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(`no such action of staff: ${action}`);
    const fields = new FormFields([["record", visit.head.id], ...pairs]);
    return found.run(actor, { locale: "ru", fields, formId: newId(), client: "192.0.2.1", userAgent: "t" });
  }

  /** Everything that an action may touch, as one text. */
  async function state(): Promise<string> {
    const { rows } = await database().pool.query<{ state: string }>(
      `SELECT (SELECT string_agg(document::text, '|' ORDER BY id) FROM draft WHERE record_id = $1)
        || (SELECT count(*) FROM record) || (SELECT count(*) FROM delegation_list)
        || coalesce((SELECT string_agg(md5(cipher_text) || delete_after, '|' ORDER BY participant_id)
          FROM pass_detail), '') AS state`,
      [visit.head.id],
    );
    return rows[0]?.state ?? "";
  }

  async function passData(deleteAfter?: Date) {
    const data = { documentNumber: fresh(), nameAsInDocument: "A", citizenship: "", birthDate: "", validTo: "" };
    const today = new Date("2026-12-01T00:00:00Z");
    await test.client.$transaction((tx) =>
      savePassData(tx, author, visit.head, {}, [{ participantId: visit.ids.members.open, data }], today),
    );
    if (deleteAfter) await test.client.passDetail.updateMany({ data: { deleteAfter } });
  }

  async function list(actor: Actor): Promise<Pairs> {
    const id = newId();
    const row = { number: 2, cells: [`Списочный ${fresh()}`, `Списочная ${round}`] };
    const raw = { rows: [{ number: 1, cells: ["ФИО", "Организация"] }, row] };
    await keepList(actor, visit.head, { id, fileName: "list.csv", side: "cn", raw });
    return [["list", id]];
  }

  const meeting: Pairs = [
    ["agreed", "Договорились о поставке"],
    ["kind", "supply"],
    ["nothing", "yes"],
  ];
  const slots: Pairs = [
    ["day", "2026-12-15"],
    ["from", "10:00"],
    ["to", "23:00"],
    ["minutes", "20"],
    ["rooms", "Зал 7"],
  ];

  const cases: { action: string; may: readonly Role[]; fields: (actor: Actor) => Promise<Pairs> | Pairs }[] = [
    {
      action: "party-add",
      may: keepers,
      fields: () => [
        ["cyrillic", `Новенький ${fresh()}`],
        ["organisation.ru", `Новая ${fresh()}`],
      ],
    },
    {
      action: "party-move",
      may: keepers,
      fields: async () => {
        const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
        const sheet = draft.document as Record<string, string>;
        return [
          [
            "move",
            `${(sheet["rows.participants"] ?? "").split(" ").at(-1)}/${(sheet["rows.participants"] ?? "").split(" ")[0]}`,
          ],
        ];
      },
    },
    {
      action: "party-save",
      may: keepers,
      fields: async () => [
        ...(await base()),
        ["participant", visit.ids.members.open],
        [`rows.participants.${visit.ids.members.open}.headcount`, fresh()],
      ],
    },
    { action: "party-list-apply", may: keepers, fields: (actor) => list(actor) },
    { action: "party-list-drop", may: keepers, fields: (actor) => list(actor) },
    {
      action: "passport-save",
      may: trusted,
      fields: () => [
        ["participant", visit.ids.members.open],
        ["pass-number", fresh()],
      ],
    },
    {
      action: "passport-delete",
      may: trusted,
      fields: async () => {
        await passData();
        return [];
      },
    },
    {
      action: "passport-keep",
      may: trusted,
      fields: async () => {
        await passData(new Date("2026-12-02"));
        return [];
      },
    },
    {
      action: "meeting-save",
      may: keepers,
      fields: async () => [
        ...(await base()),
        ["meeting", visit.ids.meeting],
        [`rows.meetings.${visit.ids.meeting}.room`, `Зал ${fresh()}`],
      ],
    },
    {
      action: "meeting-slots",
      may: keepers,
      fields: () => [
        ...slots,
        ["who", visit.ids.members.open],
        ["with", visit.ids.masked.organisation],
        ["intent", "apply"],
      ],
    },
    { action: "meeting-result", may: keepers, fields: () => [["meeting", visit.ids.meeting], ...meeting] },
  ];

  it.each(cases)("$action", async ({ action, may, fields }) => {
    const hasEffect = async (actor: Actor) => {
      const pairs = await fields(actor);
      const before = await state();
      await act(actor, action, pairs);
      return (await state()) !== before;
    };
    for (const role of roles) {
      const place = await recordId(test.client, "site", "sez-nyagan");
      const grant = role === "operator" ? {} : role === "park_operator" ? { siteId: place } : { regionId: yugra };
      const actor = await makeActor(test.client, role, { role, ...grant });
      expect([role, "here", await hasEffect(actor)]).toEqual([role, "here", may.includes(role)]);
      if (role === "operator" || role === "park_operator") continue;
      const stranger = await makeActor(test.client, role, { role, regionId: tver });
      expect([role, "elsewhere", await hasEffect(stranger)]).toEqual([role, "elsewhere", false]);
    }
  });
});
