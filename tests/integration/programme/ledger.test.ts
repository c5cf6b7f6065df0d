import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { FormFields } from "@/lib/form/types";
import { listLedger } from "@/lib/programme/ledger/staff-queries";
import { listReminders, remind } from "@/lib/programme/reminder/mutations";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

type Pairs = [name: string, value: string][];

/** From what was agreed to what is in force, through the forms. */
describe("the register of promises", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let visit: string;
  let yugra: string;
  let organizer: Actor;
  let approver: Actor;
  const id = newId();

  beforeAll(async () => {
    test = await publicDatabase();
    yugra = await recordId(test.client, "region", "yugra");
    visit = await recordId(test.client, "visit", "ze-optoelectronic-yugra-2026");
    organizer = await makeActor(test.client, "Organizer", { role: "organizer", regionId: yugra });
    approver = await makeActor(test.client, "Approver", { role: "approver", regionId: yugra });
  });
  afterAll(() => test?.drop());

  function act(actor: Actor, action: string, formId: string, pairs: Pairs) {
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(`no such action of staff: ${action}`);
    return found.run(actor, {
      locale: "ru",
      fields: new FormFields(pairs),
      formId,
      client: "192.0.2.1",
      userAgent: "test",
    });
  }

  async function form(pairs: Pairs): Promise<Pairs> {
    const bases = await Promise.all(
      (["shared", "ru", "zh", "en"] as const).map(async (part): Promise<[string, string]> => {
        const locale = part === "shared" ? null : part;
        const draft = await test.client.draft.findFirst({ where: { recordId: id, locale } });
        const { version } = await test.client.record.findUniqueOrThrow({ where: { id } });
        return [`base.${part}`, `${draft?.id ?? ""}/${draft?.edition ?? 0}/${version}`];
      }),
    );
    return [["record", id], ["visit", visit], ...bases, ...pairs];
  }

  const owned: Pairs = [
    ["ru:name", "Испытать стекло из кварца Югры"],
    [`ru:texts.${id}.nextStep`, "Отправить образцы"],
    ["rows.owners.ru.post", "директор фонда развития"],
    ["rows.owners.cn.post", "главный инженер"],
    ["values.dueOn", "2026-12-01"],
    ["values.kind", "joint_rnd"],
    ["values.visibility", "public"],
  ];

  it("takes a line of what was agreed, once, and for those alone who may", async () => {
    const stranger = await makeActor(test.client, "Stranger", {
      role: "organizer",
      regionId: await recordId(test.client, "region", "tver"),
    });
    const pairs: Pairs = [
      ["visit", visit],
      ["name", "Испытать стекло из кварца Югры"],
    ];
    expect(await act(stranger, "new-outcome", newId(), pairs)).toMatchObject({ ok: false });
    expect(await act(organizer, "new-outcome", id, pairs)).toMatchObject({ ok: true });
    expect(await act(organizer, "new-outcome", id, pairs)).toMatchObject({ ok: true });
    const rows = await listLedger(organizer, { view: "all", region: null, visit }, "ru");
    const own = rows.filter(({ name }) => name?.text === "Испытать стекло из кварца Югры");
    expect(own).toMatchObject([{ isInForce: false, lacks: ["owner_ru", "owner_cn", "next_step", "due"] }]);
    expect(await listLedger(stranger, { view: "all", region: null, visit }, "ru")).toEqual([]);
  });

  it("keeps half of an entry as a draft, and names what is lacking before it counts", async () => {
    const half = owned.filter(([name]) => !name.startsWith("rows.owners.cn") && name !== "values.dueOn");
    expect(await act(organizer, "save-outcome", newId(), await form([...half, ["intent", "force"]]))).toMatchObject({
      code: "issues",
      fields: { owner_cn: "required", due: "required" },
    });
    const rows = await listLedger(organizer, { view: "unowned", region: null, visit }, "ru");
    expect(rows.find((row) => row.id === id)?.lacks).toEqual(["owner_cn", "due"]);
    const nothing: Pairs = [...half, ["values.hasNoFollowUp", "yes"], ["intent", "force"]];
    expect(await act(organizer, "save-outcome", newId(), await form(nothing))).toMatchObject({ said: "submitted" });
  });

  it("goes before an approver whole, who puts it in force with a step of the ladder", async () => {
    const whole: Pairs = [...owned, ["values.hasNoFollowUp", ""], ["intent", "force"]];
    expect(await act(organizer, "save-outcome", newId(), await form(whole))).toMatchObject({ said: "submitted" });
    const source = await test.client.source.findFirstOrThrow({ where: { code: { not: "" } }, select: { id: true } });
    const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: id, locale: null } });
    const document = {
      ...(draft.document as object),
      [`backing.${id}.all.sources`]: source.id,
      [`backing.${id}.all.asOf`]: "2026-11-20",
    };
    await test.client.draft.update({ where: { id: draft.id }, data: { document } });
    await test.client.draftEdition.updateMany({
      where: { draftId: draft.id, edition: draft.edition },
      data: { document },
    });
    const wrong: Pairs = [...owned, ["step.stage", "launched"], ["intent", "force"]];
    expect(await act(approver, "save-outcome", newId(), await form(wrong))).toMatchObject({ code: "issues" });
    const formId = newId();
    const { code } = await test.client.source.findUniqueOrThrow({ where: { id: source.id }, select: { code: true } });
    const step: Pairs = [
      ...owned,
      ["step.stage", "agreed"],
      ["step.on", "2026-11-20"],
      ["step.source", code],
      ["intent", "force"],
    ];
    expect(await act(approver, "save-outcome", formId, await form(step))).toMatchObject({ said: "published" });
    const row = await test.client.outcome.findUniqueOrThrow({ where: { id }, include: { steps: true, owners: true } });
    expect(row).toMatchObject({ stage: "agreed", visitId: visit });
    expect(row.owners).toHaveLength(2);
    expect(row.steps).toMatchObject([{ sourceId: source.id }]);
  });

  it("reminds those who keep it in sight, once for each time, and again when the letter did not leave", async () => {
    const coordinator = await makeActor(test.client, "Coordinator", { role: "coordinator", regionId: yugra });
    const day = new Date("2026-11-30");
    const due = (await listReminders(day)).filter((one) => one.outcomeId === id);
    expect(due).toMatchObject([{ daysBefore: 3, daysLeft: 1 }]);
    const [reminder] = due;
    if (!reminder) throw new Error("nothing is due");
    const away = remind(reminder, async () => {
      throw new Error("no mail server");
    });
    await expect(away).rejects.toThrow("no mail server");
    const letters: string[] = [];
    const send = async ({ email }: { email: string }) => {
      letters.push(email);
    };
    expect(await remind(reminder, send)).toBe(1);
    expect(await remind(reminder, send)).toBe(0);
    expect(letters).toEqual([coordinator.email]);
    expect((await listReminders(day)).filter((one) => one.outcomeId === id)).toEqual([]);
    expect((await listReminders(new Date("2026-12-05"))).filter((one) => one.outcomeId === id)).toMatchObject([
      { daysBefore: -1 },
    ]);
  });
});
