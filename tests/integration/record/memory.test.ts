import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/i18n/locales";
import { readHead } from "@/lib/record/document/staff-queries";
import { saveDraft } from "@/lib/record/draft/mutations";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { fillMemory, forgetSegments } from "@/lib/record/memory/mutations";
import { recall } from "@/lib/record/memory/staff-queries";
import type { Offer } from "@/lib/record/memory/types";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

/** What a translator in Yugra is offered, from the facts and from texts of this test. */
describe("the translation memory", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let translator: Actor;
  let operator: Actor;
  let own: string;
  let foreign: string;
  const summary = "Площадка 12 га стоит у федеральной трассы. Воду и тепло обещает город. Дорога отсыпана.";

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    own = await recordId(client, "site", "sez-nyagan");
    foreign = await recordId(client, "site", "emmauss-sez");
    translator = await makeActor(client, "Translator", {
      role: "translator",
      regionId: await recordId(client, "region", "yugra"),
    });
    operator = await makeActor(client, "Operator", { role: "operator" });
    // The words of a site in another region, in force in two languages; Chinese is a withdrawn one.
    await setSummary(foreign, "ru", summary, 1, null);
    await setSummary(
      foreign,
      "en",
      "The 12 ha site lies on a federal road. The city promises water and heat. There is a dirt road.",
      1,
      1,
    );
    await fillMemory(client);
  });
  afterAll(() => test?.drop());

  const setSummary = (id: string, locale: Locale, text: string, version: number, sourceVersion: number | null) =>
    test.client.$executeRaw`INSERT INTO record_text (record_id, locale, name, summary, state, version, source_version)
      VALUES (${id}::uuid, ${locale}::locale, 'x', ${text}, 'published', ${version}, ${sourceVersion})
      ON CONFLICT (record_id, locale) DO UPDATE SET summary = excluded.summary, version = excluded.version,
        source_version = excluded.source_version, state = 'published'`;

  /** Offers for the summary of the site in Yugra, whose source text is this one for the time being. */
  async function offersFor(source: string, locale: Locale = "en", actor = translator): Promise<Offer[]> {
    const view = await readEditor(actor, own, "ru", null);
    if (!view) throw new Error("no such site");
    view.parts[view.sourceLocale].sheet.summary = source;
    view.textStatus[locale].summary = "missing";
    return (await recall(actor, view, "ru"))[locale].summary ?? [];
  }

  it("offers what the very same text was translated by, in the language that is asked for", async () => {
    const [best] = await offersFor(summary);
    expect(best).toMatchObject({ percent: 100, isWhole: true, text: expect.stringContaining("The 12 ha site") });
    expect(best?.record?.name).toBeTruthy();
    const chinese = await offersFor(summary, "zh");
    expect(chinese.filter(({ text }) => text.includes("12 ha"))).toEqual([]);
  });

  it("offers a similar text below 100 %, with what differs", async () => {
    const [best] = await offersFor(summary.replace("12 га", "45 га").replace("Дорога отсыпана", "Дорога уже отсыпана"));
    expect(best?.isWhole).toBe(true);
    expect(best?.percent).toBeGreaterThanOrEqual(60);
    expect(best?.percent).toBeLessThan(100);
    expect(best?.before).toBe(summary);
    expect(await offersFor("Совсем другие слова о погоде и музыке прошлого века.")).toEqual([]);
  });

  it("offers a single sentence of a longer text", async () => {
    const offers = await offersFor("Здесь построят завод. Воду и тепло обещает город. Срок не назван.");
    expect(offers).toContainEqual(
      expect.objectContaining({ isWhole: false, percent: 100, text: "The city promises water and heat." }),
    );
  });

  it("links a record only for those who may open it", async () => {
    expect((await offersFor(summary))[0]?.record?.id).toBeNull();
    expect((await offersFor(summary, "en", operator))[0]?.record?.id).toBe(foreign);
  });

  it("offers no draft, nothing withdrawn, nothing behind its source and no machine's text", async () => {
    const { client } = test;
    const head = await readHead(client, foreign);
    if (!head) throw new Error("no head");
    const base = { draftId: null, edition: 0, version: head.version };
    const secret = "Draft words that nobody in another region may see.";
    await client.$transaction((tx) => saveDraft(tx, operator, head, "en", { name: "x", summary: secret }, base));
    await client.record.update({ where: { id: foreign }, data: { version: { increment: 1 } } });
    await fillMemory(client);
    const texts = async () => (await offersFor(summary)).map(({ text }) => text);
    expect(await texts()).toContainEqual(expect.stringContaining("The 12 ha site"));
    expect(await texts()).not.toContain(secret);
    for (const [away, back] of [
      ["state = 'withdrawn'", "state = 'published'"],
      ["source_version = 0", "source_version = 1"],
      ["origin = 'machine'", "origin = 'person'"],
    ]) {
      await client.$executeRawUnsafe(`UPDATE record_text SET ${away} WHERE record_id = '${foreign}' AND locale = 'en'`);
      expect([away, await texts()]).toEqual([away, []]);
      await client.$executeRawUnsafe(`UPDATE record_text SET ${back} WHERE record_id = '${foreign}' AND locale = 'en'`);
    }
    expect(await texts()).not.toEqual([]);
  });

  it("keeps from other regions what the public pages keep back", async () => {
    const { client } = test;
    const visit = await client.visit.findFirstOrThrow({
      where: { record: { region: { record: { slug: "tver" } }, state: "published" }, items: { some: {} } },
      select: { id: true, items: { take: 1, select: { id: true } } },
    });
    const item = visit.items[0]?.id ?? "";
    const note = "Встреча за закрытыми дверями у губернатора в семь утра.";
    const write = (locale: Locale, text: string) =>
      client.$executeRaw`INSERT INTO part_text (part_id, field, locale, record_id, kind, value, source_version)
        VALUES (${item}::uuid, 'title', ${locale}::locale, ${visit.id}::uuid, 'programme_item', ${text}, 99)
        ON CONFLICT (part_id, field, locale) DO UPDATE SET value = excluded.value, version = 1, source_version = 99`;
    await write("ru", note);
    await write("en", "A closed meeting at seven.");
    const refill = async (visibility: string) => {
      await client.$executeRaw`UPDATE programme_item SET visibility = ${visibility}::visibility WHERE id = ${item}::uuid`;
      await client.record.update({ where: { id: visit.id }, data: { version: { increment: 1 } } });
      await fillMemory(client);
    };
    await refill("working");
    expect(await offersFor(note)).toEqual([]);
    expect(await offersFor(note, "en", operator)).not.toEqual([]);
    await refill("public");
    expect(await offersFor(note)).not.toEqual([]);
  });

  it("offers what an earlier version of the same record said", async () => {
    const { client } = test;
    const { version } = await client.record.findUniqueOrThrow({ where: { id: own }, select: { version: true } });
    await client.revision.create({
      data: {
        recordId: own,
        version: version + 50,
        parts: ["en"],
        document: {
          shared: {},
          words: { ru: { summary: "Слова прежней версии этой записи." }, en: { summary: "Words of before." } },
        },
      },
    });
    expect(await offersFor("Слова прежней версии той записи.")).toContainEqual(
      expect.objectContaining({
        version: version + 50,
        text: "Words of before.",
        before: "Слова прежней версии этой записи.",
      }),
    );
  });

  it("is filled once for what was put in force, and forgets what stands nowhere", async () => {
    const { client } = test;
    expect(await fillMemory(client)).toBe(0);
    await client.memorySegment.create({ data: { locale: "ru", form: "нигде", formHash: newId() } });
    await forgetSegments(client);
    expect(await client.memorySegment.count({ where: { form: "нигде" } })).toBe(0);
    expect(await client.memorySegment.count()).toBeGreaterThan(100);
  });
});
