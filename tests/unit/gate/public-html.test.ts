import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { publicPolicy, toPublicHtml } from "@/lib/core/gate/public-html";
import { Sheet } from "@/lib/core/gate/sheet";

const page = (head: string, body = "") => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const plain = (html: string) => toPublicHtml(html, () => null).html;
const link = '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>';

describe("a public page", () => {
  it.each([
    '<script src="/_next/static/a.js" async=""></script>',
    '<script>self.__next_f.push([1,"a</p>"])</script>',
    "<script\n  nonce='x'>\nlet a = 1;\n</script>",
    '<script type="module" src="/x.js"></script>',
    '<script type="text/plain">data-island</script>',
    '<link rel="preload" as="script" href="/a.js"/>',
    '<link rel="modulepreload" href="/a.js"/>',
    "<!--$-->",
    "<!-- a\ncomment -->",
    '<div hidden=""></div>',
  ])("leaves without %s", (unwanted) => {
    expect(plain(page(unwanted, `<p>a</p>${unwanted}<p>b</p>`))).toBe(page("", "<p>a</p><p>b</p>"));
  });

  it.each([
    '<script type="application/ld+json">{"name":"a"}</script>',
    '<script data-island="" type="module" src="/islands/copy-link.js"></script>',
    '<link rel="preload" as="font" href="/fonts/a.woff2"/>',
    '<link rel="canonical" href="https://x/en"/>',
    '<div hidden="">a</div>',
  ])("keeps %s", (wanted) => {
    expect(plain(page(wanted, wanted))).toBe(page(wanted, wanted));
  });

  it("carries the rules that it uses instead of the link to the sheet", () => {
    const { html } = toPublicHtml(page(link, '<p class="a">'), () => new Sheet(".a{x:y}.b{x:y}"));
    expect(html).toBe(page("<style>.a{x:y}</style>", '<p class="a">'));
  });

  it("keeps the link to a sheet that is not known", () => {
    expect(toPublicHtml(page(link), () => null)).toEqual({ html: page(link), styleHash: null });
  });

  it("joins several sheets in their order into one style", () => {
    const sheets: Record<string, Sheet> = { "/1.css": new Sheet("a{x:1}"), "/2.css": new Sheet("a{x:2}") };
    const links = Object.keys(sheets).map((href) => `<link rel="stylesheet" href="${href}"/>`);
    const { html } = toPublicHtml(page(links.join("")), (href) => sheets[href] ?? null);
    expect(html).toBe(page("<style>a{x:1}a{x:2}</style>"));
  });

  it("names the hash of exactly the style that stands in it", () => {
    const { html, styleHash } = toPublicHtml(
      page(link, '<p class="a">尼亚甘'),
      () => new Sheet('.a::after{content:"尼 ·"}'),
    );
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    expect(style).toContain("尼");
    expect(styleHash).toBe(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(publicPolicy(styleHash)).toContain(`style-src 'self' ${styleHash};`);
  });

  it("takes $ in a sheet for a plain sign", () => {
    const css = 'a::after{content:"$& $1 $` $\' $$"}';
    expect(toPublicHtml(page(link), () => new Sheet(css)).html).toBe(page(`<style>${css}</style>`));
  });

  it("does not take words of a text for mark-up", () => {
    const body = "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- a --&gt;</p>";
    expect(plain(page("", body))).toBe(page("", body));
  });
});

describe("the policy of a public page", () => {
  it("lets nothing inline or foreign run, frame or load", () => {
    const policy = publicPolicy(null);
    expect(policy).not.toMatch(/unsafe|https?:|\*|nonce/);
    for (const part of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy.split("; ")).toContain(part);
    }
  });

  it("allows no inline style when there is none", () => {
    expect(publicPolicy(null).split("; ")).toContain("style-src 'self'");
  });
});
