import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Kind } from "@/lib/db/generated/enums";
import { getPublishedSite } from "@/lib/site/public-queries";
import { getPublishedVisit } from "@/lib/visit/public-queries";
import { publicDatabase } from "@/tests/support/public-database";
import { askEverything } from "@/tests/support/public-queries";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

/** One record of each kind that other records lead to, and the state that takes it away from readers. */
const unpublished: [Kind, string, "draft" | "withdrawn"][] = [
  ["site", "technopark-impuls", "draft"],
  ["site", "asez-khabarovsk", "withdrawn"],
  ["organisation", "raitibor", "draft"],
  ["person", "zhang-qinghua", "withdrawn"],
  ["visit", "liaoning-mission-2023-11", "draft"],
  ["outcome", "ze-optoelectronic-yugra-2026-2", "withdrawn"],
  ["event", "shenyang-forum-2025", "draft"],
  ["project", "amurbus-cluster", "draft"],
  ["tie", "harbin", "withdrawn"],
  ["measure", "krai-park-subsidy", "draft"],
  ["regime", "asez", "withdrawn"],
  ["crossing", "khabarovsk-fuyuan", "draft"],
];

const visit = "ze-optoelectronic-yugra-2026";
const maskedOrganisation = "ze-optoelectronic-scitech";
const maskedPerson = "liu-shengli";
const workingOutcome = `${visit}-3`;
const guestOutcome = `${visit}-4`;
const siteWithoutChinese = "emmauss-sez";

/** Stands in all words of what is hidden, so that a single leaked field shows. */
const mark = (name: string) => `⟦${name}⟧`;

async function idOf(db: PrismaClient, kind: Kind, slug: string): Promise<string> {
  return (await db.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } } })).id;
}

async function markRecord(db: PrismaClient, id: string, sign: string, locale: "zh" | null = null) {
  await db.$executeRaw`UPDATE record_text SET name = name || ${sign}, summary = summary || ${sign}
    WHERE record_id = ${id}::uuid AND (${locale}::text IS NULL OR locale::text = ${locale})`;
  await db.$executeRaw`UPDATE part_text SET value = value || ${sign}
    WHERE record_id = ${id}::uuid AND (${locale}::text IS NULL OR locale::text = ${locale})`;
}

async function markPart(db: PrismaClient, id: string, sign: string) {
  const count = await db.$executeRaw`UPDATE part_text SET value = value || ${sign} WHERE part_id = ${id}::uuid`;
  if (count === 0) throw new Error(`no words to mark by ${sign}`);
}

type Visit = NonNullable<Awaited<ReturnType<typeof getPublishedVisit>>>;

describe("what readers may not see", () => {
  let drop: () => Promise<void>;
  let before: string;
  let after: string;
  let visitBefore: Visit;
  let visitAfter: Visit;

  const readVisit = async () => {
    const view = await getPublishedVisit("yugra", visit, "zh");
    if (!view) throw new Error(`no visit ${visit}`);
    return view;
  };

  beforeAll(async () => {
    const test = await publicDatabase();
    drop = test.drop;
    const db = test.client;
    const ids = new Map<string, string>();
    const others: [Kind, string][] = [
      ["organisation", maskedOrganisation],
      ["person", maskedPerson],
      ["outcome", workingOutcome],
      ["outcome", guestOutcome],
    ];
    for (const [kind, slug] of [...unpublished, ...others]) {
      const id = await idOf(db, kind, slug);
      ids.set(slug, id);
      await markRecord(db, id, mark(slug));
    }
    const site = await idOf(db, "site", siteWithoutChinese);
    await markRecord(db, site, mark("Chinese"), "zh");
    const visitId = await idOf(db, "visit", visit);
    const [first, second] = await db.programmeItem.findMany({ where: { visitId }, orderBy: { position: "asc" } });
    const participant = await db.participant.findFirstOrThrow({
      where: { visitId, person: { record: { slug: "wang-weihao" } } },
    });
    if (!first || !second) throw new Error("the visit has no programme");
    await markPart(db, first.id, mark("working item"));
    await markPart(db, participant.id, mark("role of a counted participant"));
    await markRecord(db, await idOf(db, "person", "wang-weihao"), mark("counted participant"));
    before = JSON.stringify(await askEverything("zh"));
    visitBefore = await readVisit();

    for (const [kind, slug, state] of unpublished) {
      await db.record.update({ where: { kind_slug: { kind, slug } }, data: { state } });
    }
    await db.$executeRaw`SELECT refill_site_filter(${[...ids.values()]}::uuid[])`;
    await db.recordText.update({
      where: { recordId_locale: { recordId: site, locale: "zh" } },
      data: { state: "draft" },
    });
    await db.programmeItem.update({ where: { id: first.id }, data: { visibility: "working" } });
    await db.partText.createMany({
      data: [
        {
          partId: second.id,
          recordId: visitId,
          kind: "programme_item",
          field: "workingNote",
          locale: "zh",
          value: mark("note of staff"),
        },
      ],
    });
    await db.participant.update({ where: { id: participant.id }, data: { consentLevel: "counted" } });
    await db.outcome.update({ where: { id: ids.get(workingOutcome) ?? "" }, data: { visibility: "working" } });
    await db.outcome.update({ where: { id: ids.get(guestOutcome) ?? "" }, data: { visibility: "guest" } });
    await db.consent.create({
      data: { organisationId: ids.get(maskedOrganisation) ?? "", level: "sector", basis: "agreed" },
    });
    await db.consent.create({ data: { personId: ids.get(maskedPerson) ?? "", level: "counted", basis: "agreed" } });
    after = JSON.stringify(await askEverything("zh"));
    visitAfter = await readVisit();
  }, 150_000);
  afterAll(() => drop?.());

  const signs = [
    ...unpublished.map(([kind, slug, state]) => [`a ${kind} that is a ${state}`, mark(slug)]),
    ["an organisation shown by its sector only", mark(maskedOrganisation)],
    ["a person who took the consent back", mark(maskedPerson)],
    ["a participant who is only counted", mark("counted participant")],
    ["the role of a participant who is only counted", mark("role of a counted participant")],
    ["a programme item of the working version", mark("working item")],
    ["an outcome of the working version", mark(workingOutcome)],
    ["an outcome for guests", mark(guestOutcome)],
    ["a language that is not published", mark("Chinese")],
  ];

  // Never compared by expect itself: a failure would print megabytes.
  it.each(signs)("%s leaves no word in any answer", (_, sign = "") => {
    expect([before.includes(sign), after.includes(sign)]).toEqual([true, false]);
  });

  it("a note of staff on a public stop leaves no word in any answer", () => {
    expect(after.includes(mark("note of staff"))).toBe(false);
  });

  const withAddress = unpublished.filter(([kind]) => !["person", "regime"].includes(kind));
  it.each(withAddress)("a %s such as %s leaves no address in any answer", (_, slug) => {
    const address = `"slug":"${slug}"`;
    expect([before.includes(address), after.includes(address)]).toEqual([true, false]);
  });

  it("an organisation shown by its sector keeps its kind, country and sectors", () => {
    const shown = visitAfter.participants.flatMap(({ organisation }) => organisation ?? []);
    expect(shown).toContainEqual(expect.objectContaining({ shown: "sector", kind: "company", country: "cn" }));
    expect(JSON.stringify(visitAfter).includes(maskedOrganisation)).toBe(false);
  });

  it("masked participants still count, without the post that would tell who they are", () => {
    expect(visitAfter.participants).toHaveLength(visitBefore.participants.length);
    const masked = visitAfter.participants.filter(({ person }) => person?.shown === "counted");
    expect(masked).toHaveLength(3);
    expect(masked.map(({ role }) => role)).toEqual([null, null, null]);
  });

  it("a participant who is only counted does not even name the organisation", () => {
    const levels = visitAfter.participants.map(({ organisation }) => organisation?.shown);
    expect(visitBefore.participants.map(({ organisation }) => organisation?.shown)).not.toContain("counted");
    expect(levels).toContain("counted");
  });

  it("a stop and outcomes that are not public are not counted either", () => {
    expect(visitAfter.items).toHaveLength(visitBefore.items.length - 1);
    expect(visitAfter.tally.total).toBe(visitBefore.tally.total - 3);
  });

  it("a record without Chinese falls back to English and says so", async () => {
    const site = await getPublishedSite("tver", siteWithoutChinese, "zh");
    expect(site?.name.lang).toBe("en");
    expect(site?.municipality?.lang).toBe("en");
    expect(site?.publishedLocales).toEqual(["ru", "en"]);
    expect((await getPublishedSite("tver", siteWithoutChinese, "ru"))?.name.lang).toBe("ru");
  });

  it("a record that is not published looks like one that does not exist", async () => {
    expect(await getPublishedSite("khabarovsk", "asez-khabarovsk", "ru")).toBeNull();
    expect(await getPublishedSite("khabarovsk", "no-such-site", "ru")).toBeNull();
    expect(await getPublishedVisit("tver", "liaoning-mission-2023-11", "ru")).toBeNull();
  });
});

describe("the list of public queries that this test asks", () => {
  /** Asked by the other queries alone, with ids of published records. */
  const inner = ["listOutcomesOfVisit", "listOutcomesOfSite"];

  it("is complete", () => {
    const root = path.resolve(import.meta.dirname, "../../../lib");
    const query = /^export (?:const|(?:async )?function) ((?:get|list|count|search)[A-Z]\w*)/gm;
    const exported = fs
      .readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => path.basename(file) === "public-queries.ts")
      .flatMap((file) => [...fs.readFileSync(path.join(root, file), "utf8").matchAll(query)].map(([, name]) => name));
    const asked = fs.readFileSync(path.resolve(import.meta.dirname, "../../support/public-queries.ts"), "utf8");
    expect(exported.length).toBeGreaterThan(10);
    expect(exported.filter((name = "") => !inner.includes(name) && !asked.includes(`    ${name}: `))).toEqual([]);
  });
});
