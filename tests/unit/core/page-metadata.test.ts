import { describe, expect, it } from "vitest";
import { pageMetadata } from "@/lib/core/page-metadata";

const metadata = (input: Partial<Parameters<typeof pageMetadata>[0]> = {}) =>
  pageMetadata({
    locale: "ru",
    title: "Нягань",
    portalName: "Портал",
    description: "Площадка",
    pathIn: (locale) => `/${locale}/yugra`,
    ...input,
  });

describe("what a page says of itself", () => {
  it("has the name of the portal behind its title, and not twice at home", () => {
    expect(metadata().title).toBe("Нягань | Портал");
    expect(metadata({ title: "Портал" }).title).toBe("Портал");
  });

  it("names its own address and those of all languages, English for everybody else", () => {
    const { canonical, languages } = metadata().alternates ?? {};
    expect(String(canonical)).toMatch(/^https?:\/\/[^/]+\/ru\/yugra$/);
    expect(Object.keys(languages ?? {}).sort()).toEqual(["en", "ru", "x-default", "zh-Hans"]);
    expect(languages?.["x-default"]).toBe(languages?.en);
    expect(String(languages?.["zh-Hans"])).toMatch(/\/zh\/yugra$/);
  });

  it.each([
    [159, 159],
    [160, 160],
    [161, 160],
    [1000, 160],
  ])("shortens a description of %i characters to %i", (length, wanted) => {
    const { description } = metadata({ description: "а".repeat(length) });
    expect(description).toHaveLength(wanted);
    expect(description?.endsWith("…")).toBe(length > 160);
  });
});
