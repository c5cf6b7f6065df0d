import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import { makePublicFile, type VisitFileName } from "@/lib/programme/papers/public-files";
import { joinedLetters, pdfPages } from "@/tests/support/paper-text";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

const visit = { region: "yugra", slug: "ze-optoelectronic-yugra-2026" };

describe("files of a published visit", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  beforeAll(async () => {
    test = await publicDatabase();
  });
  afterAll(() => test.drop());

  async function textOf(name: VisitFileName, locale: "zh" | "ru" | "en" = "zh"): Promise<string> {
    const file = await makePublicFile({ ...visit, locale }, name);
    const bytes = file?.bytes ?? new Uint8Array();
    const text = name === "visit.ics" ? new TextDecoder().decode(bytes) : (await pdfPages(bytes)).join("\n");
    return joinedLetters(text);
  }

  it("are in both languages, and the same paper for every reader", async () => {
    const text = await textOf("booklet.pdf");
    for (const words of ["Полярного кварца", "极地石英", "Огородникова", "俄方", "Опубликовано на портале"])
      expect(text).toContain(joinedLetters(words));
    const [zh, en] = await Promise.all(
      (["zh", "en"] as const).map((locale) => makePublicFile({ ...visit, locale }, "booklet.pdf")),
    );
    expect(en?.bytes).toBe(zh?.bytes);
  });

  it("hold what the public page holds: nothing of a stop that is kept from guests, nobody without consent", async () => {
    expect(await textOf("booklet.pdf")).toContain(joinedLetters("会谈重点是石英加工"));
    const item = await test.client.programmeItem.findFirstOrThrow({
      where: { visit: { record: { slug: visit.slug } } },
      orderBy: { position: "asc" },
    });
    await test.client.programmeItem.update({
      where: { id: item.id },
      data: { hiddenFields: ["text"], dayOn: "2026-01-13T00:00:00Z" },
    });
    const person = await test.client.person.findFirstOrThrow({
      where: { record: { texts: { some: { name: { contains: "Огородникова" } } } } },
    });
    await test.client.consent.create({ data: { id: newId(), personId: person.id, level: "counted", basis: "agreed" } });
    for (const name of ["booklet.pdf", "programme.pdf", "visit.ics"] as const) {
      const text = await textOf(name);
      for (const words of ["会谈重点是石英加工", "Огородникова", "奥戈罗德尼科娃", "Ogorodnikova"])
        expect(text).not.toContain(joinedLetters(words));
    }
  });

  it("has an entry in the calendar for each stop that has a day, with the edition of the record as its number", async () => {
    const file = await makePublicFile({ ...visit, locale: "ru" }, "visit.ics");
    const events = new ICAL.Component(ICAL.parse(new TextDecoder().decode(file?.bytes))).getAllSubcomponents("vevent");
    const { version } = await test.client.record.findFirstOrThrow({ where: { slug: visit.slug, kind: "visit" } });
    expect(
      events.map((one) => new ICAL.Event(one)).map(({ sequence, startDate }) => [sequence, startDate.toString()]),
    ).toEqual([[version, "2026-01-13"]]);
  });

  it.each(["no-such", "../yugra"])(
    "are not there for %s, nor in another region, nor once the visit is withdrawn",
    async (slug) => {
      expect(await makePublicFile({ region: "yugra", slug, locale: "ru" }, "booklet.pdf")).toBeNull();
      expect(await makePublicFile({ region: "tver", slug: visit.slug, locale: "ru" }, "visit.ics")).toBeNull();
      await test.client.record.updateMany({ where: { slug: visit.slug, kind: "visit" }, data: { state: "withdrawn" } });
      expect(await makePublicFile({ ...visit, locale: "ru" }, "programme.pdf")).toBeNull();
    },
  );
});
