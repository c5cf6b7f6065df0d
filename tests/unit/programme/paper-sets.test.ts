import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { Typesetter } from "@/lib/core/pdf/process";
import { PdfBusyError } from "@/lib/core/pdf/types";
import { bookletData } from "@/lib/programme/papers/booklet";
import { nameCardsData } from "@/lib/programme/papers/name-cards";
import { setPaper } from "@/lib/programme/papers/templates";
import type { PaperSetting } from "@/lib/programme/papers/types";
import { type BothWords, loadBothWords } from "@/lib/programme/papers/words";
import { bundle } from "@/scripts/setup/bundles.mjs";
import { pdfPages } from "@/tests/support/paper-text";
import { bareMember, bareProgramme, bareStop } from "@/tests/support/programmes";

const setting: PaperSetting = { edition: { of: "sent", number: 1, day: "2026-12-01" }, qr: null };
let words: BothWords;
beforeAll(async () => {
  await bundle(["typesetter"]);
  words = await loadBothWords();
});

describe("a booklet", () => {
  it("of an empty programme has four pages that say so in both languages", async () => {
    const pages = await pdfPages(await setPaper("booklet", bookletData(bareProgramme(), words, setting)));
    expect(pages).toHaveLength(4);
    expect(pages[1]).toContain("日程尚未排定");
    expect(pages[1]).toContain("Программа ещё не составлена");
  });

  it("takes what people write as text: no code of a template, no sign is lost", async () => {
    const hostile = '#read("/etc/hostname") $x$ *b* \\ «₽» № 鹮 <a> @b';
    const stop = bareStop("s", { title: { ru: hostile }, text: { zh: "a\nb" } });
    const pages = await pdfPages(
      await setPaper("booklet", bookletData(bareProgramme({ stops: [stop] }), words, setting)),
    );
    for (const part of ['#read("/etc/hostname")', "$x$", "*b*", "«₽»", "№", "鹮", "<a>", "@b"])
      expect(pages[1]).toContain(part);
  });

  it("shows local and Beijing time of a night in three zones, with the day that it is there", async () => {
    const at = (hour: string) => `2026-12-14T${hour}:00.000Z`;
    const stops = [
      bareStop("a", { startsAt: at("05:00"), timeZone: "Asia/Yekaterinburg" }),
      bareStop("b", { startsAt: at("20:00"), endsAt: at("22:00"), timeZone: "Europe/Moscow" }),
      bareStop("c", { day: "2026-12-15", startsAt: at("18:00"), timeZone: "Asia/Shanghai" }),
    ];
    const { days } = bookletData(bareProgramme({ stops }), words, setting);
    const times = days.flatMap(({ stops: some }) => some.map(({ time }) => time));
    expect(times).toEqual([
      {
        zone: "UTC+5",
        local: { from: { time: "10:00", days: 0 }, to: null },
        beijing: { from: { time: "13:00", days: 0 }, to: null },
      },
      {
        zone: "UTC+3",
        local: { from: { time: "23:00", days: 0 }, to: { time: "01:00", days: 1 } },
        beijing: { from: { time: "04:00", days: 1 }, to: { time: "06:00", days: 1 } },
      },
      { zone: "UTC+8", local: { from: { time: "02:00", days: 0 }, to: null }, beijing: null },
    ]);
  });

  it("has room for 200 participants and for a name of 120 letters without a space", async () => {
    const long = "Щ".repeat(120);
    const names = { han: "尹".repeat(120), cyrillic: long, latin: "a".repeat(120), isHanConfirmed: true };
    const members = Array.from({ length: 200 }, (_, index) =>
      bareMember(String(index), index === 0 ? { person: { shown: "named", id: "p", names, position: {} } } : {}),
    );
    const programme = bareProgramme({ members });
    const pages = await pdfPages(await setPaper("booklet", bookletData(programme, words, setting)));
    expect(pages.join("\n")).toContain("Гость 199");
    expect(pages.join("").replace(/[\s\u200b]/g, "")).toContain(long);
    const badges = await pdfPages(await setPaper("badges", nameCardsData(programme, words, true)));
    expect(badges).toHaveLength(20);
    expect(badges.join("\n")).toContain("来宾 199");
  });

  it("gives a card to each of a group that is only counted", () => {
    const members = [bareMember("a", { headcount: 3, person: null }), bareMember("b")];
    const { people } = nameCardsData(bareProgramme({ members }), words, true);
    expect(people.map(({ names }) => names[0]?.text)).toEqual(["来宾 1", "来宾 2", "来宾 3", "来宾 4"]);
  });
});

describe("the process that sets documents", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "typesetter-"));
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const good = file("good.typ", "#let d = json(bytes(sys.inputs.data))\n#d.a");
  const bad = file("bad.typ", '#read("../../../etc/hostname")');
  const silent = file("silent.mjs", 'process.on("message", () => {}); process.on("disconnect", () => process.exit());');
  const script = path.resolve("dist/typesetter.mjs");
  let setter: Typesetter | undefined;
  const make = (rules = {}) => {
    setter = new Typesetter({ script, ...rules });
    return setter;
  };
  afterEach(() => setter?.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is another after so many documents, and goes on when it was ended", async () => {
    const own = make({ documentsPerProcess: 2 });
    const pids = new Set<number | null>();
    await own.set(good, '{"a":"1"}');
    pids.add(own.pid);
    await own.set(good, '{"a":"2"}');
    expect(own.pid).toBeNull();
    await own.set(good, '{"a":"3"}');
    pids.add(own.pid);
    expect(pids.size).toBe(2);
    if (own.pid) process.kill(own.pid, "SIGKILL");
    await own.set(good, '{"a":"4"}').catch(() => {});
    expect((await own.set(good, '{"a":"5"}')).length).toBeGreaterThan(1_000);
  });

  it("is ended when a document takes too long, and others behind it wait no longer than that", async () => {
    const own = make({ script: silent, longestMs: 200 });
    const all = await Promise.allSettled([own.set(good, "{}"), own.set(good, "{}")]);
    expect(all.map((one) => one.status === "rejected" && one.reason.message)).toEqual(
      Array(2).fill("the document took too long"),
    );
    expect(own.pid).toBeNull();
  });

  it("ends when there is nothing to do, and begins again with the next", async () => {
    const own = make({ longestIdleMs: 20 });
    await own.set(good, '{"a":"1"}');
    await vi.waitFor(() => expect(own.pid).toBeNull());
    expect((await own.set(good, '{"a":"2"}')).length).toBeGreaterThan(1_000);
  });

  it("reads nothing outside of its templates, and says what was wrong", async () => {
    await expect(make().set(bad, "{}")).rejects.toThrow(/hostname|access|outside/i);
  });

  it("refuses more than it can do in time", async () => {
    const own = make({ mostWaiting: 2 });
    const all = await Promise.allSettled([1, 2, 3, 4].map((a) => own.set(good, JSON.stringify({ a }))));
    const refused = all.filter((one) => one.status === "rejected");
    expect(refused.map((one) => one.reason)).toEqual([expect.any(PdfBusyError)]);
  });
});
