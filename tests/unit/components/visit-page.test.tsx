import { describe, expect, it } from "vitest";
import { afterSteps, longAfter } from "@/components/visit/after-steps";
import { VisitPage } from "@/components/visit/visit-page";
import { locales } from "@/lib/i18n/locales";
import type { ParticipantView } from "@/lib/visit/types";
import { bareVisit, day, outcome, region } from "./records";
import { render, textOf } from "./render";

const noMedia = { cover: null, gallery: [], documents: [] };

const guest: ParticipantView = {
  side: "cn",
  capacity: "member",
  person: null,
  organisation: null,
  role: null,
  headcount: null,
  headcountQualifier: null,
  sectorNote: null,
};

async function textOfVisit(over: Parameters<typeof bareVisit>[0]) {
  return textOf(
    await render("zh", <VisitPage media={noMedia} visit={bareVisit(over)} crumbs={[]} today="2026-11-22" />),
  );
}

it.each(locales)("has all its words and no style attribute (%s)", async (locale) => {
  const visit = bareVisit({ outcomes: [outcome()], participants: [guest] });
  expect(await render(locale, <VisitPage media={noMedia} visit={visit} crumbs={[]} today="2026-11-22" />)).not.toMatch(
    /\sstyle=/,
  );
});

describe("participants", () => {
  it("of whom only the sector may be shown have no name", async () => {
    const text = await textOfVisit({ participants: [{ ...guest, person: { shown: "sector" } }] });
    expect(text).toContain("姓名不公开");
  });

  it("get no Chinese characters before somebody confirmed them", async () => {
    const names = { latin: "Liu Shengli", cyrillic: "Лю Шэнли", han: "刘胜利", isHanConfirmed: false };
    const text = await textOfVisit({ participants: [{ ...guest, person: { shown: "named", names, position: null } }] });
    expect(text).toContain("汉字待本人确认");
    expect(text).not.toContain("刘胜利");
  });

  it("are counted where nobody is named", async () => {
    const text = await textOfVisit({ participants: [{ ...guest, headcount: 20, headcountQualifier: "more_than" }] });
    expect(text).toContain("超20 人");
  });
});

describe("a promise", () => {
  it("without owners and date says so", async () => {
    const text = await textOfVisit({ outcomes: [outcome()] });
    expect(text).toContain("中方责任方 未指定");
    expect(text).toContain("俄方责任方 未指定");
    expect(text).toContain("未定日期");
  });

  it("whose owner did not agree to be shown has an owner all the same", async () => {
    const text = await textOfVisit({ outcomes: [outcome({ owners: { ru: { name: null }, cn: null } })] });
    expect(text).toContain("俄方责任方 已指定，不公开");
  });
});

it("states the difference of clocks for a Russian place and none for a visit to China", async () => {
  const place = { name: { text: "汉特-曼西斯克", lang: "zh" }, startsOn: null, endsOn: null } as const;
  const russian = { ...place, country: "ru", timeZone: "Asia/Yekaterinburg" } as const;
  const chinese = { ...place, country: "cn", timeZone: "Asia/Shanghai" } as const;
  expect(await textOfVisit({ places: [russian] })).toContain("北京早3小时");
  expect(await textOfVisit({ places: [chinese] })).not.toContain("UTC");
});

describe("looks back at a visit", () => {
  const dates = day("2026-01-31");
  const quiet = { outcomes: [], continuedBy: [], replies: [] };
  const visitOn = (on: string) => ({ slug: on, region, name: { text: on, lang: "zh" as const }, dates: day(on) });

  it("are past on their very day, next the day before", () => {
    const stateOn = (today: string) => afterSteps({ ...quiet, dates }, today)[0]?.state;
    expect(stateOn("2026-03-01")).toBe("next");
    expect(stateOn("2026-03-02")).toBe("done");
    expect(stateOn("2026-03-03")).toBe("done");
  });

  it("hold what moved since the look before", () => {
    const moved = outcome({ stage: "signed", reachedOn: day("2026-04-01") });
    const steps = afterSteps({ ...quiet, dates, outcomes: [moved] }, "2026-11-22");
    expect(steps.map((step) => step.moved.length)).toEqual([0, 1, 0, 0]);
  });

  it("hold the visits that followed, each between the looks around it", () => {
    const visit = { ...quiet, dates, replies: [visitOn("2026-03-02")], continuedBy: [visitOn("2026-03-03")] };
    const steps = afterSteps(visit, "2026-11-22");
    expect(steps.map(({ visits }) => visits.map(({ visit: { slug } }) => slug))).toEqual([
      ["2026-03-02"],
      ["2026-03-03"],
      [],
      [],
    ]);
  });

  it("hold a forum that two promises are about once", () => {
    const event = { slug: "forum", name: { text: "论坛", lang: "zh" as const }, dates: day("2026-09-04") };
    const visit = { ...quiet, dates, outcomes: [outcome({ event }), outcome({ event })] };
    expect(afterSteps(visit, "2026-11-22").map(({ events }) => events.length)).toEqual([0, 0, 0, 1]);
  });

  it("name a visit that followed once, under its look or, without a date, below the line", async () => {
    const next = { ...visitOn("2026-03-02"), name: { text: "回访尤格拉", lang: "zh" as const } };
    for (const one of [next, { ...next, dates: null }]) {
      expect((await textOfVisit({ dates, replies: [one] })).split("回访尤格拉")).toHaveLength(2);
    }
  });

  it("end after a year; what followed later is told apart", () => {
    expect(longAfter({ ...quiet, dates, replies: [visitOn("2027-01-31")] })).toBeNull();
    expect(longAfter({ ...quiet, dates, replies: [visitOn("2027-02-01")] })?.visits).toHaveLength(1);
    expect(longAfter({ ...quiet, dates: null, replies: [visitOn("2027-02-01")] })).toBeNull();
  });

  it("are none for a visit without a date", () => {
    expect(afterSteps({ ...quiet, dates: null }, "2026-11-22")).toEqual([]);
  });
});
