import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { database as portalDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/make-client";
import { sendProgramme } from "@/lib/programme/mutations";
import { compareStops } from "@/lib/programme/rules";
import { readLatestVersion, readVersions, viewProgramme, viewProgrammes } from "@/lib/programme/share-queries";
import type { Programme, Viewer } from "@/lib/programme/types";
import { saveDraft } from "@/lib/record/draft/mutations";
import { toSheet } from "@/lib/record/draft/schema";
import { makeActor, recordId } from "@/tests/support/actors";
import { testDatabase } from "@/tests/support/database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

const now = new Date("2026-12-01T08:00:00Z");
const audiences: Viewer["audience"][] = ["public", "press", "guests", "hosts", "working_group", "staff"];

/** One visit with everything in it that an output could give away, looked at by everybody. */
describe("a programme", () => {
  let test: Awaited<ReturnType<typeof testDatabase>>;
  let database: Database;
  let organizer: Actor;
  let visit: TestVisit;

  beforeAll(async () => {
    test = await testDatabase("facts");
    process.env.DATABASE_URL = test.url;
    database = portalDatabase();
    const yugra = await recordId(database.client, "region", "yugra");
    organizer = await makeActor(database.client, "Organizer", { role: "organizer", regionId: yugra });
    visit = await makeVisit(database.client, organizer);
    await send(null);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  const send = (note: string | null) =>
    database.client.$transaction((tx) => sendProgramme(tx, organizer, visit.head, { note, now }));

  async function look(audience: Viewer["audience"], participantId: string | null = null): Promise<Programme> {
    const sent = await readLatestVersion(database.client, visit.head.id);
    if (!sent) throw new Error("nothing was sent out");
    return viewProgramme(database.client, visit.head, sent, { audience, participantId });
  }

  it.each(audiences)("gives no name to %s that somebody did not agree to", async (audience) => {
    const text = JSON.stringify(await look(audience));
    expect(text).toContain("Тестов Открыт");
    for (const name of visit.secrets.names) expect(text).not.toContain(name);
    expect(text).not.toContain(visit.ids.masked.person);
  });

  it("shows each audience its stops, and working words to the working group alone", async () => {
    const counts = await Promise.all(audiences.map(async (audience) => (await look(audience)).stops.length));
    expect(counts).toEqual([1, 1, 2, 2, 3, 3]);
    for (const audience of ["public", "press", "guests", "hosts"] as const) {
      const text = JSON.stringify(await look(audience));
      for (const secret of visit.secrets.working) expect(text).not.toContain(secret);
    }
    const text = JSON.stringify(await look("working_group"));
    for (const secret of visit.secrets.working) expect(text).toContain(secret);
  });

  it("keeps hidden fields from guests, telephones from the press, meetings from all but their own people", async () => {
    const [guests, hosts, press] = [await look("guests"), await look("hosts"), await look("press")];
    expect(guests.stops[1]?.text).toEqual({});
    expect(hosts.stops[1]?.text).toEqual({ ru: "внутренний порядок осмотра" });
    expect(guests.stops[0]?.contactPhone).toBe("+7 346 000-00-01");
    expect(press.stops[0]?.contactPhone).toBeNull();
    expect(guests.meetings).toEqual([]);
    expect((await look("guests", visit.ids.members.open)).meetings).toHaveLength(1);
    expect((await look("guests", visit.ids.members.masked)).meetings).toEqual([]);
    expect((await look("working_group")).meetings).toHaveLength(1);
  });

  it("has the day of the place, whatever the zone, and the clock of UTC", async () => {
    const [talk, tour] = (await look("guests")).stops;
    expect([talk?.day, talk?.startsAt]).toEqual(["2026-12-14", "2026-12-14T05:00:00.000Z"]);
    expect([tour?.day, tour?.startsAt, tour?.endsAt]).toEqual([
      "2026-12-14",
      "2026-12-14T20:00:00.000Z",
      "2026-12-14T22:00:00.000Z",
    ]);
  });

  it("is hidden again, in what was sent out too, as soon as somebody takes his consent back", async () => {
    const { person } = visit.ids.open;
    await database.client.consent.create({
      data: { id: newId(), personId: person, level: "counted", basis: "agreed" },
    });
    expect(JSON.stringify(await look("staff"))).not.toContain("Тестов Открыт");
    await database.client.consent.create({ data: { id: newId(), personId: person, level: "named", basis: "agreed" } });
    expect(JSON.stringify(await look("staff"))).toContain("Тестов Открыт");
  });

  it("gets a version for what changed and none for nothing; who asks is told what moved", async () => {
    expect(await send(null)).toEqual({ status: "unchanged", number: 1 });
    const [talk, tour] = visit.ids.stops;
    const draft = await database.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
    const sheet = {
      ...toSheet(draft.document),
      [`rows.items.${talk}.startsAt`]: "2026-12-14 12:00",
      [`rows.items.${talk}.endsAt`]: "2026-12-14 13:00",
      [`rows.items.${tour}.isCancelled`]: "yes",
    };
    const base = { draftId: draft.id, edition: draft.edition, version: 0 };
    await database.client.$transaction((tx) => saveDraft(tx, organizer, visit.head, "shared", sheet, base));
    expect(await send("Сдвинули переговоры")).toEqual({ status: "sent", number: 2 });
    const versions = await readVersions(database.client, visit.head.id);
    const [before, after] = await viewProgrammes(database.client, visit.head, versions, {
      audience: "guests",
      participantId: null,
    });
    const changes = compareStops(before?.stops ?? [], after?.stops ?? []);
    expect(changes.map(({ kind, stop, aspects }) => [kind, stop.id, aspects])).toEqual([
      ["changed", talk, ["time"]],
      ["cancelled", tour, []],
    ]);
  });

  it("that was sent out is never changed", async () => {
    const change = database.client.programmeVersion.updateMany({ data: { note: "other" } });
    await expect(change).rejects.toThrow(/append_only/);
  });
});
