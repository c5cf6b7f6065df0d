import { describe, expect, it } from "vitest";
import { withoutUnusedProperties } from "@/lib/core/gate/properties";

describe("a sheet without the properties that nothing asks for", () => {
  it("keeps what a rule asks for, and what that rests on", () => {
    const css = ":root{--a:1px;--b:var(--a)}p{margin:var(--b)}";
    expect(withoutUnusedProperties(css)).toBe(css);
  });

  it("drops a property in every theme, then what only it asked for, then rules that are empty", () => {
    const css =
      ":root{--a:1px;--b:var(--a);--c:#fff}@media print{:root{--b:2px;--c:#000}}[data-x=y]{--b:3px}p{color:var(--c)}";
    expect(withoutUnusedProperties(css)).toBe(":root{--c:#fff}@media print{:root{--c:#000}}p{color:var(--c)}");
  });

  it("is not led astray by strings, brackets and empty values", () => {
    const css = `:root{--a:"x;}--b:y";--b:url(a;b);--c: ;--d:calc((1px + 2px)*3);--e:1}p{x:var( --e, 2)}`;
    expect(withoutUnusedProperties(css)).toBe(":root{--e:1}p{x:var( --e, 2)}");
  });

  it("keeps names that are no properties: anchors, classes, layers", () => {
    const css = "@layer a;.b--c:hover{x:y}.d{anchor-name:--src;position-anchor:--src}@layer a{}";
    expect(withoutUnusedProperties(css)).toBe(css);
  });
});
