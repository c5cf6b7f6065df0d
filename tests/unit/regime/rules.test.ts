import { describe, expect, it } from "vitest";
import { inComparisonOrder } from "@/lib/regime/rules";

const order = (...slugs: string[]) => inComparisonOrder(slugs.map((slug) => ({ slug }))).map(({ slug }) => slug);

describe("the order in which regimes are compared", () => {
  it("puts zones first and the ordinary rules last", () => {
    expect(order("ordinary", "asez", "industrial-park", "sez-industrial")).toEqual([
      "sez-industrial",
      "asez",
      "industrial-park",
      "ordinary",
    ]);
  });

  it("keeps regimes that it does not know before the ordinary rules, in their order", () => {
    expect(order("ordinary", "second-new", "first-new", "asez")).toEqual([
      "asez",
      "second-new",
      "first-new",
      "ordinary",
    ]);
  });
});
