import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { database as portalDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/make-client";
import { locales } from "@/lib/i18n/locales";
import { sendProgramme } from "@/lib/programme/mutations";
import { makeStaffPaper } from "@/lib/programme/papers/make";
import { makeShareFile } from "@/lib/programme/papers/share-files";
import { fileEnds, paperNames } from "@/lib/programme/papers/types";
import { readLatestVersion } from "@/lib/programme/share-queries";
import type { Viewer } from "@/lib/programme/types";
import { makeActor, recordId } from "@/tests/support/actors";
import { testDatabase } from "@/tests/support/database";
import { joinedLetters, officeText, pdfPages } from "@/tests/support/paper-text";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

vi.mock("next/cache", () => ({ unstable_cache: (query: () => unknown) => query }));

const now = new Date("2026-12-01T08:00:00Z");
const token = "abcdefghijkmnpqrstuvwxyz23";

describe("papers of a visit", () => {
  let test: Awaited<ReturnType<typeof testDatabase>>;
  let database: Database;
  let organizer: Actor;
  let visit: TestVisit;

  beforeAll(async () => {
    test = await testDatabase("facts");
    process.env.DATABASE_URL = test.url;
    process.env.PORTAL_NOW = now.toISOString();
    database = portalDatabase();
    const yugra = await recordId(database.client, "region", "yugra");
    organizer = await makeActor(database.client, "Organizer", { role: "organizer", regionId: yugra });
    visit = await makeVisit(database.client, organizer);
    await database.client.$transaction((tx) => sendProgramme(tx, organizer, visit.head, { note: null, now }));
    await makePromise(database, visit);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  async function textOf(bytes: Uint8Array, end: string): Promise<string> {
    if (end === "pdf") return (await pdfPages(bytes)).join("\n");
    return end === "ics" ? new TextDecoder().decode(bytes).replace(/\r\n[ \t]/g, "") : officeText(bytes);
  }

  function expectNoSecrets(text: string, secrets: string[]) {
    const letters = joinedLetters(text);
    for (const secret of secrets) expect(letters).not.toContain(joinedLetters(secret));
  }

  it.each(paperNames)("names nobody on %s who did not agree, in no language, of draft and version", async (name) => {
    for (const [locale, version] of [...locales.map((one) => [one, 1] as const), ["ru", null] as const]) {
      const paper = await makeStaffPaper(organizer, visit.head.id, { name, version, locale });
      const text = await textOf(paper?.bytes ?? new Uint8Array(), fileEnds[name]);
      // What cannot be read proves nothing.
      const known =
        name === "calendar"
          ? ["玻璃项目会谈", "Переговоры о стекле", "Talks on glass"]
          : ["Тестов Открыт", "Хозяинов Приём"];
      expect(known.some((one) => joinedLetters(text).includes(joinedLetters(one)))).toBe(true);
      expectNoSecrets(text, visit.secrets.names);
      if (!["programme-working", "workbook", "brief"].includes(name)) expectNoSecrets(text, visit.secrets.working);
    }
  });

  it.each(["guests", "hosts", "press", "working_group"] as const)(
    "gives the link for %s what it may see",
    async (audience) => {
      const files = ["visit.ics", "booklet.pdf", "programme.pdf"] as const;
      const share = await shareOf({ audience, participantId: null });
      for (const name of files) {
        const file = await makeShareFile(share, { token, locale: "ru" }, name);
        const text = await textOf(file?.bytes ?? new Uint8Array(), name === "visit.ics" ? "ics" : "pdf");
        expect(joinedLetters(text)).toContain(joinedLetters("Переговоры о стекле"));
        expectNoSecrets(text, visit.secrets.names);
        if (audience !== "working_group") expectNoSecrets(text, visit.secrets.working);
        if (audience === "press") expectNoSecrets(text, ["Осмотр завода", "+7 346 000-00-01"]);
      }
    },
  );

  it("stands in for who is not named by a number and what he agreed to", async () => {
    const paper = await makeStaffPaper(organizer, visit.head.id, { name: "badges", version: 1, locale: "zh" });
    const text = (await pdfPages(paper?.bytes ?? new Uint8Array())).join("\n");
    expect(text).toContain("来宾 1");
    expect(text).toContain("Гость 1");
    expect(joinedLetters(text)).toContain(joinedLetters("企业，名称不公开"));
  });

  it("says on each page of which version it is, and that a draft is one", async () => {
    const [sent, draft] = await Promise.all(
      [1, null].map((version) => makeStaffPaper(organizer, visit.head.id, { name: "booklet", version, locale: "zh" })),
    );
    for (const page of await pdfPages(sent?.bytes ?? new Uint8Array())) expect(page).toContain("Версия 1");
    for (const page of await pdfPages(draft?.bytes ?? new Uint8Array())) expect(page).toContain("Черновик");
  });

  it("tells what was promised, what lacks a date, and hides the name of its owner", async () => {
    const paper = await makeStaffPaper(organizer, visit.head.id, { name: "report", version: 1, locale: "ru" });
    const text = joinedLetters((await pdfPages(paper?.bytes ?? new Uint8Array())).join("\n"));
    for (const words of ["Меморандум с «•••»", "срок не назначен", "назначен, имя не раскрыто", "Открытая компания"])
      expect(text).toContain(joinedLetters(words));
  });

  it("are not made for those who may not share the visit, nor of versions that nobody sent", async () => {
    const tver = await recordId(database.client, "region", "tver");
    const other = await makeActor(database.client, "Other", { role: "organizer", regionId: tver });
    const wish = { name: "booklet", version: 1, locale: "ru" } as const;
    expect(await makeStaffPaper(other, visit.head.id, wish)).toBeNull();
    expect(await makeStaffPaper(organizer, visit.head.id, { ...wish, version: 9 })).toBeNull();
    expect(await makeStaffPaper(organizer, newId(), wish)).toBeNull();
  });

  it("puts own meetings into a personal calendar and into no other", async () => {
    const personal = await shareOf({ audience: "guests", participantId: visit.ids.members.open });
    const uids = async (share: typeof personal) => {
      const file = await makeShareFile(share, { token, locale: "zh" }, "visit.ics");
      const text = new TextDecoder().decode(file?.bytes);
      return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one).uid);
    };
    const meeting = `${visit.ids.meeting}@localhost:3000`;
    expect(await uids(personal)).toContain(meeting);
    expect(await uids(await shareOf({ audience: "working_group", participantId: null }))).not.toContain(meeting);
  });

  async function shareOf(viewer: Viewer) {
    const sent = await readLatestVersion(database.client, visit.head.id);
    return { linkId: newId(), head: visit.head, viewer, locale: null, expiresAt: now, sent };
  }
});

/** An outcome in force that names somebody who did not agree to it, and is owned by him. */
async function makePromise(database: Database, { head, ids }: TestVisit): Promise<void> {
  const id = newId();
  const { client } = database;
  await client.visit.create({ data: { id: head.id, direction: "inbound", datePrecision: "day" } });
  await client.record.create({
    data: {
      id,
      kind: "outcome",
      regionId: head.regionId,
      version: 1,
      texts: {
        create: [
          { locale: "ru", name: "Меморандум с «Скрытая фирма»", version: 1, state: "draft" },
          { locale: "zh", name: "与隐名实业的备忘录", version: 1, state: "draft" },
        ],
      },
    },
  });
  await client.outcome.create({
    data: {
      id,
      visitId: head.id,
      kind: "memorandum",
      parties: {
        create: [
          { organisationId: ids.open.organisation, position: 0 },
          { organisationId: ids.masked.organisation, position: 1 },
        ],
      },
      owners: { create: [{ side: "cn", personId: ids.masked.person }] },
    },
  });
}
