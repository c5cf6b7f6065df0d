import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { listFindings } from "@/lib/record/finding/staff-queries";
import type { FindingCode } from "@/lib/record/finding/types";
import { scoreOf } from "@/lib/record/score/rules";
import { listScores } from "@/lib/record/score/staff-queries";
import { criteria } from "@/lib/record/score/types";
import { makeActor, recordId } from "@/tests/support/actors";
import { facts, regionNames } from "@/tests/support/facts";
import { publicDatabase } from "@/tests/support/public-database";

describe("the score of a region", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let operator: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    operator = await makeActor(test.client, "Operator", { role: "operator" });
  });
  afterAll(() => test?.drop());

  it("says of each criterion what the list of things to do says of it", async () => {
    for (const slug of regionNames) {
      const regionId = await recordId(test.client, "region", slug);
      const editor = await makeActor(test.client, slug, { role: "editor", regionId });
      const [own, ...others] = await listScores(editor, "ru");
      expect(others).toEqual([]);
      expect(own?.id).toBe(regionId);
      for (const { criterion, good, of } of own?.measures ?? []) {
        const code: FindingCode | null = criteria[criterion];
        if (!code || code === "contact_missing") continue;
        const { total } = await listFindings(editor, { code, isMine: false, page: 1 }, "ru");
        expect([slug, criterion, of - good]).toEqual([slug, criterion, total]);
      }
    }
  });

  it("counts the sites of the facts, of which none states its free area", async () => {
    const scores = await listScores(operator, "ru");
    for (const slug of regionNames) {
      const id = await recordId(test.client, "region", slug);
      const measures = scores.find((one) => one.id === id)?.measures ?? [];
      const of = (name: string) => measures.find(({ criterion }) => criterion === name);
      const sites = facts(slug).sites.filter(({ kind }) => kind !== "facility");
      expect(of("sites_free_area")).toMatchObject({ good: 0, of: sites.length });
      const exact = sites.filter(({ coordinates }) => ["exact", "site"].includes(coordinates?.precision ?? ""));
      expect(of("sites_position")).toMatchObject({ good: exact.length, of: sites.length });
      expect(of("links_work")).toMatchObject({ of: 0 });
    }
  });

  it("is the mean of what can be measured, a hundred only when nothing is missing", () => {
    const measure = (good: number, of: number) => ({ criterion: "sites_contact" as const, good, of });
    expect(scoreOf([])).toBeNull();
    expect(scoreOf([measure(0, 0)])).toBeNull();
    expect(scoreOf([measure(1, 2), measure(1, 1), measure(0, 0)])).toBe(75);
    expect(scoreOf([measure(999, 1000), measure(1, 1)])).toBe(99);
    expect(scoreOf([measure(5, 5)])).toBe(100);
  });
});
