import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { submitOnce } from "@/lib/form/mutations";
import { FormFields, type Result } from "@/lib/form/types";
import { readAgenda, readBoard, readResultPage } from "@/lib/programme/meeting/staff-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { listAt } from "@/lib/publishing/sheet";
import { readHead } from "@/lib/record/document/staff-queries";
import { publish } from "@/lib/record/publication/mutations";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

type Pairs = [name: string, value: string][];

describe("the meetings of a visit", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let visit: TestVisit;
  let organizer: Actor;
  let colleague: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const yugra = await recordId(test.client, "region", "yugra");
    organizer = await makeActor(test.client, "Organizer", { role: "organizer", regionId: yugra });
    colleague = await makeActor(test.client, "Colleague", { role: "approver", regionId: yugra });
    visit = await makeVisit(test.client, organizer);
  });
  afterAll(() => test?.drop());

  async function act(
    action: string,
    pairs: Pairs,
    { actor = organizer, formId = newId(), locale = "ru" as "ru" | "zh" } = {},
  ): Promise<Result> {
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(`no such action: ${action}`);
    const input = {
      locale,
      fields: new FormFields([["record", visit.head.id], ...pairs]),
      formId,
      client: "192.0.2.1",
      userAgent: "t",
    };
    const sender = { staffId: actor.id, action, returnTo: "/admin" };
    return (await submitOnce(sender, input, (one) => found.run(actor, one))).result;
  }

  async function work() {
    const found = await readVisit(organizer, visit.head.id, "ru");
    if (!found) throw new Error("no visit");
    return found;
  }
  async function board() {
    const { visit: head, document } = await work();
    return readBoard(organizer, head, document, "ru");
  }
  async function base(): Promise<Pairs> {
    const drafts = await test.client.draft.findMany({ where: { recordId: visit.head.id } });
    return drafts.map(({ id, locale, edition }) => [`base.${locale ?? "shared"}`, `${id}/${edition}/0`]);
  }
  async function meetingForm(id: string, values: Record<string, string>): Promise<Pairs> {
    const ids = listAt((await work()).document.shared, "rows.meetings");
    const row = Object.entries(values).map(([name, value]): [string, string] => [
      name.includes(":") ? name : `rows.meetings.${id}.${name}`,
      value,
    ]);
    return [...(await base()), ["meeting", id], ["rows.meetings", [...new Set([...ids, id])].join(" ")], ...row];
  }

  it("are planned by the clock of the region, each press once, and clashes are told of both", async () => {
    const id = newId();
    const form = await meetingForm(id, {
      itemId: visit.ids.stops[0],
      organisationId: visit.ids.masked.organisation,
      participantId: visit.ids.members.open,
      room: "зал  1",
      startsAt: "14.12.2026 10:15",
      endsAt: "2026-12-14 10:45",
      [`zh:texts.${id}.topic`]: "玻璃",
    });
    expect(await act("meeting-save", form)).toMatchObject({ ok: true, said: "saved" });
    expect(await act("meeting-save", form)).toMatchObject({ ok: true });
    const { lines, zone } = await board();
    expect(zone).toBe("Asia/Yekaterinburg");
    expect(lines).toHaveLength(2);
    expect(lines.find((line) => line.id === id)).toMatchObject({
      day: "2026-12-14",
      from: "10:15",
      to: "10:45",
      participant: "Тестов Открыт",
      organisation: "Скрытая фирма",
      topic: { text: "玻璃" },
      clashes: [
        { kind: "room", otherId: visit.ids.meeting },
        { kind: "participant", otherId: visit.ids.meeting },
      ],
    });
    expect(lines.find((line) => line.id === visit.ids.meeting)?.clashes).toHaveLength(2);
    await act("meeting-save", await meetingForm(id, { startsAt: "2026-12-14 10:30", endsAt: "2026-12-14 11:31" }));
    expect((await board()).lines.flatMap(({ clashes }) => clashes)).toEqual([{ kind: "stop", otherId: null }]);
  });

  it("are changed by two at once without a word lost", async () => {
    const id = visit.ids.meeting;
    const old = await base();
    const change = (room: string): Pairs => [...old, ["meeting", id], [`rows.meetings.${id}.room`, room]];
    expect(await act("meeting-save", change("Зал 2"))).toMatchObject({ ok: true });
    expect(await act("meeting-save", change("Зал 3"), { actor: colleague })).toMatchObject({ code: "conflict" });
    expect((await work()).document.shared[`rows.meetings.${id}.room`]).toBe("Зал 2");
  });

  it("are put into slots that clash with nothing, only by a second press, and once", async () => {
    const before = (await board()).lines.length;
    const wish: Pairs = [
      ["day", "2026-12-14"],
      ["from", "10:00"],
      ["to", "13:30"],
      ["minutes", "30"],
      ["rooms", "Зал 2, Зал 5"],
      ["who", visit.ids.members.open],
      ["who", visit.ids.members.masked],
      ["with", visit.ids.masked.organisation],
      ["with", await hostOrganisation()],
    ];
    expect(await act("meeting-slots", wish.slice(0, 3))).toMatchObject({
      fields: { minutes: "wrong", rooms: "required", who: "required" },
    });
    expect(await act("meeting-slots", [...wish, ["intent", "propose"]])).toMatchObject({ code: "filled" });
    expect((await board()).lines).toHaveLength(before);
    const formId = newId();
    expect(await act("meeting-slots", [...wish, ["intent", "apply"]], { formId })).toMatchObject({ said: "created" });
    const found = staffActions["meeting-slots"];
    if (found?.audience !== "staff") throw new Error("no action");
    // The same form, after a crash between its work and its answer.
    const again = {
      locale: "ru" as const,
      fields: new FormFields([["record", visit.head.id], ...wish, ["intent", "apply"]]),
      formId,
      client: "",
      userAgent: "",
    };
    expect(await found.run(organizer, again)).toMatchObject({ said: "unchanged" });
    const { lines } = await board();
    expect(lines).toHaveLength(before + 4);
    const made = lines.filter(({ room }) => room === "Зал 5" || room === "Зал 2");
    expect(made.flatMap(({ clashes }) => clashes)).toEqual([]);
  });

  async function hostOrganisation(): Promise<string> {
    const { organisationId } = await test.client.person.findUniqueOrThrow({ where: { id: visit.ids.host } });
    return organisationId;
  }

  it("make the agenda of one participant: his own meetings and what his side sees", async () => {
    const { visit: head, document } = await work();
    const guest = await readAgenda(head, document, { id: visit.ids.members.open, side: "cn" });
    expect(guest.programme.stops).toHaveLength(2);
    expect(guest.programme.meetings.every(({ participantId }) => participantId === visit.ids.members.open)).toBe(true);
    expect(guest.programme.meetings.length).toBeGreaterThan(0);
    const text = JSON.stringify(guest.programme);
    for (const secret of [...visit.secrets.names, ...visit.secrets.working]) expect(text).not.toContain(secret);
  });

  const result: Pairs = [
    ["agreed", "Поставить две печи к лету"],
    ["kind", "supply"],
    ["step", "Прислать чертежи"],
    ["dueOn", "2027-02-01"],
  ];

  it("lead to an outcome with owners on both sides, by one press however often it is pressed", async () => {
    const meeting: Pairs = [["meeting", visit.ids.meeting]];
    const owners: Pairs = [
      ["owner.cn", `person/${visit.ids.open.person}`],
      ["post.ru", "заместитель директора завода"],
    ];
    const formId = newId();
    const form = [...meeting, ...result, ...owners];
    const [one, two] = await Promise.all([
      act("meeting-result", form, { formId }),
      act("meeting-result", form, { formId }),
    ]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({ ok: true, said: "saved" });
    const drafts = await test.client.draft.findMany({ where: { recordId: formId } });
    const shared = drafts.find(({ locale }) => locale === null)?.document as Record<string, string>;
    const words = drafts.find(({ locale }) => locale === "ru")?.document as Record<string, string>;
    expect(words).toEqual({ name: "Поставить две печи к лету", [`texts.${formId}.nextStep`]: "Прислать чертежи" });
    expect(shared).toMatchObject({
      "values.visitId": visit.head.id,
      "values.kind": "supply",
      "values.visibility": "working",
      "values.dueOn": "2027-02-01",
      "rows.parties": `${visit.ids.open.organisation} ${await hostOrganisation()}`,
      "rows.owners": "cn ru",
      "rows.owners.cn.personId": visit.ids.open.person,
      "rows.owners.ru.post": "заместитель директора завода",
    });
    const step = shared["rows.steps"];
    expect([shared[`rows.steps.${step}.toStage`], shared[`rows.steps.${step}.happenedOn`]]).toEqual([
      "agreed",
      "2026-12-14",
    ]);
    expect((await work()).document.words.ru?.[`texts.${visit.ids.meeting}.result`]).toBe(
      "тайный результат встречи\nПоставить две печи к лету",
    );
    expect(await test.client.record.count({ where: { kind: "outcome", id: formId } })).toBe(1);
  });

  it("are not closed without both owners, a step and a day, unless somebody says that nothing follows", async () => {
    const records = await test.client.record.count();
    const meeting: Pairs = [["meeting", visit.ids.meeting]];
    const lacking: [Pairs, Record<string, string>][] = [
      [
        [],
        {
          agreed: "required",
          kind: "required",
          "owner.cn": "required",
          "owner.ru": "required",
          step: "required",
          dueOn: "required",
        },
      ],
      [[...result, ["post.cn", "директор"]], { "owner.ru": "required" }],
      [[...result.slice(0, 3), ["post.cn", "а"], ["post.ru", "б"]], { dueOn: "required" }],
      [[...result.slice(0, 3), ["dueOn", "2027-02-30"], ["post.cn", "а"], ["post.ru", "б"]], { dueOn: "wrong" }],
      [[...result, ["nothing", "yes"]], { step: "wrong", dueOn: "wrong" }],
      // An owner that the form did not offer is none.
      [[...result, ["owner.cn", `person/${visit.ids.host}`], ["post.ru", "б"]], { "owner.cn": "required" }],
    ];
    for (const [pairs, fields] of lacking) {
      const formId = newId();
      expect(await act("meeting-result", [...meeting, ...pairs], { formId })).toMatchObject({
        ok: false,
        code: "issues",
        fields,
      });
      const kept = await test.client.submission.findUniqueOrThrow({ where: { id: formId } });
      expect(kept.fields).toEqual([["record", visit.head.id], ...meeting, ...pairs]);
    }
    expect(await test.client.record.count()).toBe(records);
    const formId = newId();
    const nothing: Pairs = [...meeting, ["agreed", "仅为礼节性会见"], ["kind", "negotiation"], ["nothing", "yes"]];
    expect(await act("meeting-result", nothing, { formId, locale: "zh" })).toMatchObject({ ok: true });
    const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: formId, locale: null } });
    const sheet = draft.document as Record<string, string>;
    expect(sheet["values.hasNoFollowUp"]).toBe("yes");
    expect(sheet["rows.owners"]).toBeUndefined();
    expect(sheet[`rows.steps.${sheet["rows.steps"]}.toStage`]).toBe("announced");
    expect(sheet.slug).toMatch(/^outcome-/);
    const page = await readResultPage(
      organizer,
      (await work()).visit,
      (await work()).document,
      visit.ids.meeting,
      "zh",
    );
    expect(page?.result.zh).toBe("仅为礼节性会见");
  });

  it("give outcomes that wait for their visit to be in force, and say so", async () => {
    const outcome = await test.client.record.findFirstOrThrow({
      where: { kind: "outcome", version: 0 },
      orderBy: { id: "asc" },
    });
    const done = await test.client.$transaction(async (tx) => {
      const head = await readHead(tx, outcome.id);
      if (!head) throw new Error("no outcome");
      return publish(tx, colleague, head, ["shared", "ru"], { now: new Date("2026-12-20T00:00:00Z") });
    });
    expect(done).toMatchObject({ status: "issues" });
    expect(JSON.stringify(done)).toContain('"path":"values.visitId","code":"not_in_force"');
  });
});
