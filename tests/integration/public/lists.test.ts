import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getPublishedEvent, listEvents } from "@/lib/event/public-queries";
import { getOutcomeRegister } from "@/lib/outcome/register/public-queries";
import { everyOutcome } from "@/lib/outcome/register/schema";
import { outcomesPerPage } from "@/lib/outcome/rules";
import { getPublishedPartner, listPartners } from "@/lib/partner/public-queries";
import type { PartnerView } from "@/lib/partner/types";
import { getVisitList } from "@/lib/visit/list/public-queries";
import { everyVisit } from "@/lib/visit/list/schema";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

async function partner(slug: string): Promise<PartnerView> {
  const found = await getPublishedPartner(slug, "en");
  if (!found) throw new Error(`no partner ${slug}`);
  return found;
}

const visitsOf = ({ timeline }: PartnerView) =>
  timeline.flatMap((entry) => (entry.kind === "visit" ? entry.visit.slug : []));
describe("public lists", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;

  beforeAll(async () => {
    test = await publicDatabase();
  });
  afterAll(() => test?.drop());

  it("of visits hold each visit once, newest first, and count what each choice gives", async () => {
    const first = await getVisitList(everyVisit, "en");
    const pages = await Promise.all(
      Array.from({ length: first.pageCount }, (_, index) => getVisitList({ ...everyVisit, page: index + 1 }, "en")),
    );
    const rows = pages.flatMap((page) => page.rows);
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(first.total);
    const days = rows.map(({ dates }) => dates?.from ?? "");
    expect(days).toEqual([...days].sort().reverse());
    for (const { year, count } of first.facets.years) {
      expect((await getVisitList({ ...everyVisit, years: [year] }, "en")).total).toBe(count);
    }
  });

  it("of outcomes put each on the page of the register that its address names", async () => {
    const first = await getOutcomeRegister(everyOutcome, "en");
    expect(first.pageCount).toBe(Math.ceil(first.total / outcomesPerPage));
    expect(first.pageCount).toBeGreaterThan(1);
    for (let page = 1; page <= first.pageCount; page++) {
      const { rows } = await getOutcomeRegister({ ...everyOutcome, page }, "en");
      expect(rows.map(({ registerPage }) => registerPage)).toEqual(rows.map(() => page));
    }
  });

  it("of outcomes name the page also in a filtered view", async () => {
    const { rows } = await getOutcomeRegister({ ...everyOutcome, regions: ["moscow"] }, "en");
    const pages = await Promise.all([1, 2].map((page) => getOutcomeRegister({ ...everyOutcome, page }, "en")));
    for (const { slug, registerPage } of rows) {
      expect(pages[registerPage - 1]?.rows.map((row) => row.slug)).toContain(slug);
    }
  });

  it("of partners hold every tie with the visits of its timeline", async () => {
    const partners = await listPartners("en");
    expect(partners).toHaveLength(20);
    for (const { slug, visitCount } of partners) {
      expect([slug, visitCount]).toEqual([slug, visitsOf(await partner(slug)).length]);
    }
  });

  it("of events count the delegations and outcomes that their pages show", async () => {
    const events = await listEvents("en");
    expect(events.length).toBeGreaterThan(10);
    for (const { slug, visitCount, outcomeCount } of events) {
      const event = await getPublishedEvent(slug, "en");
      expect([slug, event?.visits.length, event?.outcomes.length]).toEqual([slug, visitCount, outcomeCount]);
    }
    const forum = await getPublishedEvent("shenyang-forum-2025", "en");
    expect(forum?.visits.map(({ slug }) => slug).sort()).toEqual([
      "khabarovsk-china-october-2025",
      "shenyang-forum-2025-10",
    ]);
  });
});
