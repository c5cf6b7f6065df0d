import { createHash } from "node:crypto";
import { withoutUnusedProperties } from "@/lib/core/gate/properties";
import { classesOf, dataOf, type Sheet } from "@/lib/core/gate/sheet";

/**
 * Makes a framework's page a plain document: framework scripts, their inline data and preloads go; the rules of the
 * sheet that the page uses stand in it. Islands (`data-island`) and JSON-LD stay.
 *
 * @param html   a whole page as the framework renders it
 * @param sheet  finds the sheet behind a stylesheet address of the page
 * @returns      the document and the hash of its one inline style, for the content security policy
 */
export function toPublicHtml(
  html: string,
  sheet: (href: string) => Sheet | null,
): { html: string; styleHash: string | null } {
  const sheets: Sheet[] = [];
  const plain = html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (script, attributes: string) =>
      isKeptScript(attributes) ? script : "",
    )
    .replace(/<link\b[^>]*>/g, (link) => {
      if (/\bas="script"/.test(link) || /\brel="modulepreload"/.test(link)) return "";
      if (!/\brel="stylesheet"/.test(link)) return link;
      const found = sheet(/\bhref="([^"]*)"/.exec(link)?.[1] ?? "");
      if (!found) return link;
      sheets.push(found);
      return "";
    })
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<div hidden=""><\/div>/g, "");
  if (sheets.length === 0) return { html: plain, styleHash: null };
  const classes = classesOf(plain);
  const data = dataOf(plain);
  const css = withoutUnusedProperties(sheets.map((one) => one.forClasses(classes, data)).join(""));
  return { html: plain.replace("</head>", () => `<style>${css}</style></head>`), styleHash: sha256(css) };
}

function isKeptScript(attributes: string): boolean {
  return /\btype="application\/ld\+json"/.test(attributes) || /\bdata-island\b/.test(attributes);
}

function sha256(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** What a public page may load: this origin only, no inline script, one inline style known by its hash. */
export function publicPolicy(styleHash: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleHash ? ` ${styleHash}` : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
