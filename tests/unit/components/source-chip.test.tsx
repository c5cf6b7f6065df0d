import { describe, expect, it } from "vitest";
import { SourceChip } from "@/components/source/source-chip";
import { provenance } from "./records";
import { render, textOf } from "./render";

const [citation] = provenance.citations;
if (!citation) throw new Error("a provenance has at least one citation");

describe("the source of a figure", () => {
  it("opens without a script and leads out without telling where from", async () => {
    const html = await render("zh", <SourceChip provenance={provenance} />);
    expect(html).toMatch(/^<details/);
    expect(html).toContain('rel="noopener noreferrer"');
    expect(html).toContain('href="https://example.org/a"');
  });

  it("leads to the entry of each source: in its region's list, or in that which all share", async () => {
    const shared = { ...citation, source: { ...citation.source, code: "b", region: null } };
    const html = await render("zh", <SourceChip provenance={{ ...provenance, citations: [citation, shared] }} />);
    expect(html).toContain('href="/zh/yugra/sources#a"');
    expect(html).toContain('href="/zh/sources#b"');
  });

  it("says in words whether it still counts", async () => {
    const html = await render("zh", <SourceChip provenance={{ ...provenance, freshness: "stale" }} />);
    expect(textOf(html)).toContain("信息待更新");
  });

  it("shows the own value of a source that disagrees", async () => {
    const other = { ...citation, source: { ...citation.source, code: "b" }, agrees: false, saysValue: 273 };
    const html = await render("zh", <SourceChip provenance={{ ...provenance, citations: [citation, other] }} />);
    expect(textOf(html)).toContain("来源不一致");
    expect(textOf(html)).toContain("该来源的数字不同：273");
  });

  it("says that a source carries no date", async () => {
    const undated = { ...citation, source: { ...citation.source, publishedOn: null } };
    const html = await render("zh", <SourceChip provenance={{ ...provenance, asOf: null, citations: [undated] }} />);
    expect(textOf(html)).toContain("未注明日期");
  });
});
