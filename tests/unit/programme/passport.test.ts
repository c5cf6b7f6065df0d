import { afterEach, describe, expect, it, vi } from "vitest";
import { deleteAfter, isOver } from "@/lib/programme/passport/rules";
import { parsePassData, readPassData } from "@/lib/programme/passport/schema";

const secret = "0123456789abcdef0123456789abcdef";

async function sealing(key: string) {
  vi.resetModules();
  vi.stubEnv("AUTH_SECRET", key);
  return import("@/lib/programme/passport/seal");
}

describe("sealed passport data", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("open for the one participant they are about, and never look alike", async () => {
    const { seal, unseal } = await sealing(secret);
    const [one, two] = [seal("E12345678 郑公开", "visit/a"), seal("E12345678 郑公开", "visit/a")];
    expect(unseal(one, "visit/a")).toBe("E12345678 郑公开");
    expect(unseal(one, "visit/b")).toBeNull();
    expect(Buffer.from(one.cipherText).equals(Buffer.from(two.cipherText))).toBe(false);
    expect(Buffer.from(one.cipherText).toString("utf8")).not.toContain("E12345678");
  });

  it("stay shut when they were changed, cut off, or sealed with another key", async () => {
    const { seal, unseal } = await sealing(secret);
    const sealed = seal("text", "visit/a");
    const changed = Uint8Array.from(sealed.cipherText);
    changed[13] = (changed[13] ?? 0) ^ 1;
    expect(unseal({ ...sealed, cipherText: changed }, "visit/a")).toBeNull();
    expect(unseal({ ...sealed, cipherText: sealed.cipherText.slice(0, 20) }, "visit/a")).toBeNull();
    const other = await sealing(`${secret}x`);
    expect(other.unseal(sealed, "visit/a")).toBeNull();
    expect(other.seal("text", "visit/a").keyId).not.toBe(sealed.keyId);
    // Somebody who gives a row the name of the new key opens nothing by it.
    expect(other.unseal({ ...sealed, keyId: other.seal("", "").keyId }, "visit/a")).toBeNull();
  });
});

describe("the day on which they go", () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);

  it("is counted from the end of the visit, else from its beginning, else from now", () => {
    const visit = { startsOn: day("2026-12-14"), endsOn: day("2026-12-15"), passDataDays: 14 };
    expect(deleteAfter(visit, day("2026-11-01"))).toEqual(day("2026-12-29"));
    expect(deleteAfter({ ...visit, endsOn: null }, day("2026-11-01"))).toEqual(day("2026-12-28"));
    expect(deleteAfter({ passDataDays: 0 }, day("2026-11-01"))).toEqual(day("2026-11-01"));
  });

  it.each([
    ["2026-12-28", false],
    ["2026-12-29", false],
    ["2026-12-30", true],
  ])("on %s they are over: %s", (today, over) => {
    const [late, said] = [day("2027-02-01"), day("2026-12-29")];
    expect(isOver(said, late, day(today))).toBe(over);
    expect(isOver(late, said, day(today))).toBe(over);
  });
});

describe("passport data as typed", () => {
  it("take days of three ways of writing, and refuse what is none", () => {
    for (const birthDate of ["1980-02-03", "03.02.1980", "1980年2月3日", "1980/2/3", "1980.02.03"]) {
      expect(readPassData({ birthDate })).toMatchObject({ data: { birthDate: "1980-02-03" } });
    }
    expect(readPassData({ birthDate: "31.02.1980" })).toEqual({ refused: { birthDate: "wrong" } });
    expect(readPassData({ birthDate: "1980" })).toEqual({ refused: { birthDate: "wrong" } });
    expect(readPassData({ documentNumber: "x".repeat(41) })).toEqual({ refused: { documentNumber: "too_long" } });
    expect(readPassData({ citizenship: "  " })).toBeNull();
  });

  it("are data or nothing when they come out again", () => {
    expect(parsePassData("no json")).toBeNull();
    expect(parsePassData('{"documentNumber":1}')).toBeNull();
    expect(parsePassData(null)).toBeNull();
  });
});
