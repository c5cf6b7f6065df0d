import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getPublishedPartner, listPartners } from "@/lib/partner/public-queries";
import type { PartnerView } from "@/lib/partner/types";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

async function partner(slug: string): Promise<PartnerView> {
  const found = await getPublishedPartner(slug, "en");
  if (!found) throw new Error(`no partner ${slug}`);
  return found;
}

const visitsOf = ({ timeline }: PartnerView) =>
  timeline.flatMap((entry) => (entry.kind === "visit" ? entry.visit.slug : []));
const eventsOf = ({ timeline }: PartnerView) =>
  timeline.flatMap((entry) => (entry.kind === "event" ? entry.event.slug : []));

describe("a pair of region and place", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;

  beforeAll(async () => {
    test = await publicDatabase();
  });
  afterAll(() => test?.drop());

  it("has the visits of the region that name the place, newest first, and no others", async () => {
    expect(visitsOf(await partner("tver-liaoning"))).toEqual([
      "shenyang-forum-2025-10",
      "shenyang-forum-2024-10",
      "liaoning-delegation-2024-06",
      "liaoning-mission-2023-11",
      "liaoning-delegation-2023-07",
    ]);
    expect(visitsOf(await partner("heilongjiang"))).toEqual([
      "khabarovsk-china-october-2025",
      "fuyuan-june-2024",
      "xu-qin-december-2023",
      "ftz-memorandum-august-2023",
    ]);
  });

  it("is empty where nothing is known, and says what the relation is", async () => {
    const { timeline, relation, sinceYear } = await partner("sanya");
    expect([timeline, relation, sinceYear]).toEqual([[], "sister", null]);
  });

  it("has the beginning of its relation in its year", async () => {
    const relation = (await partner("tver-liaoning")).timeline.find(({ kind }) => kind === "relation");
    expect(relation?.dates).toEqual({ from: "2024-01-01", to: "2024-12-31", precision: "year" });
  });

  it("takes an event only when the region was there and the event names the place", async () => {
    expect(eventsOf(await partner("tver-liaoning"))).toEqual(["shenyang-forum-2025"]);
    expect(eventsOf(await partner("shenyang"))).toEqual(["shenyang-forum-2025", "shenyang-forum-2024"]);
  });

  it("shows of a visit to several places the outcomes with this one, and counts the others", async () => {
    const visit = (await partner("guangdong")).timeline.find((entry) => entry.kind === "visit");
    if (visit?.kind !== "visit") throw new Error("no visit");
    expect(visit.outcomes.map(({ slug }) => slug)).toEqual(["khabarovsk-china-october-2025-1"]);
    expect(visit.outcomes.length + visit.otherCount).toBe(visit.visit.tally.total);
  });

  it("has a visit to another place because of a body of this one that took part, with its outcome alone", async () => {
    const found = (await partner("shanghai")).timeline.flatMap((entry) =>
      entry.kind === "visit" ? [[entry.visit.slug, entry.outcomes.map(({ slug }) => slug)]] : [],
    );
    expect(found).toContainEqual(["shenzhen-forum-2025-12", ["shenzhen-forum-2025-12-2"]]);
  });

  it("does not find a visit by the name of an organisation that may not be shown", async () => {
    const id = await test.client.record.findUniqueOrThrow({
      where: { kind_slug: { kind: "organisation", slug: "shanghai-youth-fund" } },
    });
    await test.client.consent.create({ data: { organisationId: id.id, level: "counted", basis: "agreed" } });
    const masked = await partner("shanghai");
    expect(visitsOf(masked)).toEqual(["ciif-shanghai-2025-09"]);
    // its title names the place, so it stands for itself
    expect(masked.timeline.filter(({ kind }) => kind === "outcome")).toHaveLength(1);
    await test.client.recordText.updateMany({
      where: { record: { slug: "shenzhen-forum-2025-12-2" } },
      data: { name: "Agreement" },
    });
    expect((await partner("shanghai")).timeline.filter(({ kind }) => kind === "outcome")).toHaveLength(0);
  });

  it("takes visits to a city of the province once the portal knows that it lies there", async () => {
    const place = (slug: string) =>
      test.client.record.findUniqueOrThrow({ where: { kind_slug: { kind: "place", slug } }, select: { id: true } });
    const [liaoning, shenyang] = await Promise.all([place("liaoning"), place("shenyang")]);
    await test.client.place.update({ where: { id: shenyang.id }, data: { parentId: liaoning.id } });
    expect(visitsOf(await partner("tver-liaoning"))).toContain("shenyang-youth-2025-05");
  });

  it("is null for an unknown tie and for one of a region that was withdrawn", async () => {
    expect(await getPublishedPartner("no-such", "en")).toBeNull();
    await test.client.record.update({
      where: { kind_slug: { kind: "region", slug: "tver" } },
      data: { state: "withdrawn" },
    });
    expect(await getPublishedPartner("tver-liaoning", "en")).toBeNull();
    expect((await listPartners("en")).map(({ slug }) => slug)).not.toContain("yingkou");
  });
});
