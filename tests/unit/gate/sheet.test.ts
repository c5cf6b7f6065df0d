import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classesOf, dataOf, Sheet } from "@/lib/core/gate/sheet";

const prune = (css: string, ...classes: string[]) => new Sheet(css).forClasses(new Set(classes));

describe("a pruned sheet", () => {
  it("keeps the rules of classes that occur and drops the others", () => {
    expect(prune(".a{color:red}.b{color:blue}", "a")).toBe(".a{color:red}");
  });

  it("keeps rules without classes", () => {
    const css = "*{margin:0}html[lang|=zh]{font:x}#id{a:b}@page{margin:1cm}a:focus-visible{outline:0}";
    expect(prune(css)).toBe(css);
  });

  it("keeps of a list the selectors that can match", () => {
    expect(prune(".a,.b,h1 .c{x:y}", "b")).toBe(".b{x:y}");
  });

  it("drops a rule of which one demanded class is missing", () => {
    expect(prune(".a .b{x:y}.a.c{x:y}", "a")).toBe("");
  });

  it("looks into media, supports, layers and containers and drops what becomes empty", () => {
    const css =
      "@media print{.a{x:y}.b{x:y}}@supports (display:grid){@media (width>9px){.a{x:y}}}@layer u{.b{x:y}}@container c (width>1px){.b{x:y}}";
    expect(prune(css, "a")).toBe("@media print{.a{x:y}}@supports (display:grid){@media (width>9px){.a{x:y}}}");
  });

  it.each([
    "@font-face{font-family:Golos;src:url(/fonts/a.woff2)}",
    "@keyframes turn{from{rotate:0}to{rotate:1turn}}",
    "@view-transition{navigation:auto}",
    "@property --x{syntax:'*';inherits:false}",
    "@layer base,utilities;",
    "@import url('/a.css');",
  ])("keeps %s whole", (css) => {
    expect(prune(css)).toBe(css);
  });

  it("does not demand classes that stand in the brackets of a pseudo-class", () => {
    const css = ".a:not(.b){x:y}:is(.c,.d) h1{x:y}.a:where(.e,.f){x:y}.a:has(>.g){x:y}.a:not(:is(.h,.i)){x:y}";
    expect(prune(css, "a")).toBe(css);
  });

  it("drops a rule for a value of a data attribute that no element has", () => {
    const css = '[data-a=x]{x:y}[data-a="y z"]{x:y}.a[data-a="y"],.a[data-b]{x:y}.a:not([data-a=y]){x:y}[lang=y]{x:y}';
    expect(new Sheet(css).forClasses(new Set(["a"]), dataOf('<p data-a="x" class="a">'))).toBe(
      '[data-a=x]{x:y}[data-a="y z"]{x:y}.a[data-b]{x:y}.a:not([data-a=y]){x:y}[lang=y]{x:y}',
    );
    expect(new Sheet(css).forClasses(new Set(["a"]), dataOf('<p data-a="y">'))).toContain('.a[data-a="y"]');
    expect(prune(css, "a")).toBe(css);
  });

  it("keeps the theme that a script sets", () => {
    const css = ":root[data-theme=dark]{x:y}:root:not([data-theme=light]){x:y}";
    expect(new Sheet(css).forClasses(new Set(), new Set())).toBe(css);
  });

  it("understands escaped names", () => {
    expect(prune(".md\\:w-1\\/2{x:y}.w-\\[10px\\]{x:y}.\\31 0{x:y}", "md:w-1/2")).toBe(".md\\:w-1\\/2{x:y}");
    expect(prune(".\\31 0 .b{x:y}", "10", "b")).toBe(".\\31 0 .b{x:y}");
    expect(prune(".a\\(b{x:y}", "a(b")).toBe(".a\\(b{x:y}");
    expect(prune(".尼亚甘{x:y}.城{x:y}", "城")).toBe(".城{x:y}");
  });

  it("is not led astray by braces, commas and dots in strings", () => {
    const css = '.a::after{content:"}.b{"}[title="a.b,c"]{x:y}.c::before{content:"\\"}"}';
    expect(prune(css, "a")).toBe('.a::after{content:"}.b{"}[title="a.b,c"]{x:y}');
  });

  it("is not led astray by escaped quotes, braces and semicolons in a name", () => {
    const css = ".a\\'b{x:y}.a\\{b{x:y}.a\\;b{x:y}.c{x:y}";
    expect(prune(css, "a'b", "a{b", "a;b")).toBe(css.replace(".c{x:y}", ""));
  });

  it.each(['[href$=".pdf"]', "[href$='.pdf']", '[title="a]b,.c"]', ':not([href^=".x)"])'])(
    "keeps %s: a dot in a value is no class",
    (selector) => {
      expect(prune(`a${selector}{x:y}`)).toBe(`a${selector}{x:y}`);
    },
  );

  it("drops comments, also ones with braces", () => {
    expect(prune("/* .x{ */.a{x:y}/*}*/", "a")).toBe(".a{x:y}");
  });

  it("keeps nested rules with their parent", () => {
    const css = ".a{color:red;&:hover{color:blue}.b &{x:y}}";
    expect(prune(css, "a")).toBe(css);
  });

  it("does not take a decimal number for a class", () => {
    expect(prune(".a{margin:.5em 1.5em}@media (min-width:48.5em){.a{x:y}}", "a")).toContain(
      "@media (min-width:48.5em)",
    );
  });

  it("gives the same for the same classes in another order, and not that of other classes", () => {
    const sheet = new Sheet(".a{x:y}.b{x:y}");
    expect(sheet.forClasses(new Set(["a", "b"]))).toBe(sheet.forClasses(new Set(["b", "a"])));
    expect(sheet.forClasses(new Set(["a"]))).toBe(".a{x:y}");
    expect(sheet.forClasses(new Set(["ab"]))).toBe("");
  });

  it("never loses a rule all of whose classes occur", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,5}$/);
    const simple = fc
      .record({
        classes: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
        tail: fc.constantFrom("", ":hover", "::before", ":not(.zz)", ":is(.zz,.yy)", '[data-x="a,b}"]', ">li"),
      })
      .map(({ classes, tail }) => ({ classes, selector: classes.map((one) => `.${one}`).join("") + tail }));
    const wrap = fc.constantFrom("", "@media print", "@supports (a:b)", "@layer x");
    const rule = fc.record({ parts: fc.array(simple, { minLength: 1, maxLength: 3 }), wrap, id: fc.nat(1e6) });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), fc.uniqueArray(name, { maxLength: 4 }), (rules, extra) => {
        const css = rules
          .map((one, index) => {
            const plain = `${one.parts.map(({ selector }) => selector).join(",")}{--r:"r${index}}"}`;
            return one.wrap ? `${one.wrap}{${plain}}` : plain;
          })
          .join("");
        const used = rules.filter((_, index) => index % 2 === 0);
        const classes = new Set([...used.flatMap(({ parts }) => parts.flatMap((part) => part.classes)), ...extra]);
        const pruned = new Sheet(css).forClasses(classes);
        return rules.every(
          (one, index) =>
            !one.parts.some((part) => part.classes.every((each) => classes.has(each))) ||
            pruned.includes(`--r:"r${index}}"`),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("the classes of a page", () => {
  it("are all names of all class attributes, unescaped", () => {
    const html = '<p class="a  b"><svg class="c\nd">\n<i data-class="no" class="x&gt;y &amp;z"></i><b class=""></b>';
    expect([...classesOf(html)]).toEqual(["a", "b", "c", "d", "x>y", "&z"]);
  });
});
