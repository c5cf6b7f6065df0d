import type { Page } from "@playwright/test";
import axe from "axe-core";
import type { Locale } from "@/lib/i18n/locales";
import { lang, type PageKind } from "@/tests/support/pages";

/** Collects what a browser complains about, from before the page is opened. */
export function watch(page: Page, origin: string) {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // The browser reports the status of the page itself too, which tests of error pages expect.
    const isStatus = /Failed to load resource.*status of (404|405)/.test(message.text());
    if (/error|warning/.test(message.type()) && !(isStatus && message.location().url === page.url()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.origin !== origin) complaints.push(`asked another host: ${url.href}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "no reason";
    // The browser itself gives up a picture when the theme for which it was asked is changed meanwhile.
    if (request.resourceType() === "image" && reason === "net::ERR_ABORTED") return;
    complaints.push(`failed: ${request.url()}, ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== page.url() && !response.request().isNavigationRequest())
      complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** Opens a page of a kind; one that a link cannot ask for comes by its method. */
export async function open(page: Page, locale: Locale, { path, method }: PageKind) {
  const url = `/${locale}${path}`;
  if (method) {
    await page.route(`**${url}`, async (route) => route.fulfill({ response: await route.fetch({ method }) }), {
      times: 1,
    });
  }
  const response = await page.goto(url);
  if (!response) throw new Error(`no answer for ${url}`);
  return response;
}

/** Pieces of text in letters that the language of their element does not have. */
export async function foreignText(page: Page, locale: Locale): Promise<string[]> {
  return page.evaluate((pageLang) => {
    const alien: Record<string, RegExp> = {
      "zh-Hans": /\p{Script=Cyrillic}/u,
      ru: /\p{Script=Han}/u,
      en: /[\p{Script=Han}\p{Script=Cyrillic}]/u,
    };
    const found: string[] = [];
    const check = (element: Element, text: string) => {
      const own = element.closest("[lang]")?.getAttribute("lang") ?? pageLang;
      // A name quoted in its own letters is a name, not a sentence.
      const read = text.replace(/«[^»]*»/g, "");
      if (alien[own]?.test(read)) found.push(`[${own}] ${text.trim().slice(0, 80)}`);
    };
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        const parent = node.parentElement;
        if (parent && !parent.closest("style, script")) check(parent, node.data);
      } else if (node instanceof Element) {
        for (const name of ["title", "alt", "aria-label", "aria-description", "placeholder"]) {
          const value = node.getAttribute(name);
          if (value) check(node, value);
        }
      }
    }
    return found;
  }, lang[locale]);
}

/** How far the page is wider than the window, and what sticks out. */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const { right, width: own } = element.getBoundingClientRect();
      return own > 0 && right > width + 1;
    });
    return [
      `${document.documentElement.scrollWidth} of ${width}`,
      ...wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)),
    ];
  });
}

/**
 * Violations of WCAG 2.2 AA, each with the first element that has it.
 *
 * @param only  this rule alone
 */
export async function violations(page: Page, only?: "color-contrast"): Promise<string[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe.source);
  const runOnly = only ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  return page.evaluate(`axe.run(document, {
    runOnly: ${JSON.stringify(runOnly)},
    resultTypes: ["violations"],
  }).then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ": " + nodes.length + " × " + nodes[0].html.slice(0, 160) + " " + (nodes[0].any[0]?.message ?? "")))`);
}
