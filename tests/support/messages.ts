import fs from "node:fs";
import path from "node:path";
import type { Locale } from "@/lib/i18n/locales";

const folder = path.resolve(import.meta.dirname, "../../messages");

type Tree = { [key: string]: string | Tree };

/** Names of the files of a language. */
export function messageFiles(locale: Locale): string[] {
  return fs
    .readdirSync(path.join(folder, locale))
    .filter((file) => file.endsWith(".json"))
    .sort();
}

/** Every interface word of a language by its full key, such as `visit.people.title`. */
export function messagesOf(locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (tree: Tree, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") found.set(prefix + key, value);
      else walk(value, `${prefix}${key}.`);
    }
  };
  for (const file of messageFiles(locale)) {
    walk(JSON.parse(fs.readFileSync(path.join(folder, locale, file), "utf8")), `${path.basename(file, ".json")}.`);
  }
  return found;
}

/** One word of a message that chooses: `{count, plural, …}` or `{half, select, …}` with its branches. */
export type Choice = { argument: string; kind: "plural" | "ordinal" | "select"; branches: string[] };

/**
 * What a message is made of: plain words, in their order, and choices.
 *
 * @throws Error for brackets that do not match
 */
export function readMessage(message: string): { words: string[]; choices: Choice[] } {
  const words: string[] = [];
  const choices: Choice[] = [];
  const read = (text: string) => {
    let start = 0;
    for (let open = text.indexOf("{"); open !== -1; open = text.indexOf("{", start)) {
      words.push(...text.slice(start, open).split(tag));
      const close = endOfBrackets(text, open);
      readArgument(text.slice(open + 1, close));
      start = close + 1;
    }
    words.push(...text.slice(start).split(tag));
  };
  const readArgument = (text: string) => {
    const [whole, argument = "", kind = ""] = /^\s*(\w+)\s*,\s*(plural|selectordinal|select)\s*,/.exec(text) ?? [];
    if (whole === undefined) return;
    const branches: string[] = [];
    let start = whole.length;
    for (let open = text.indexOf("{", start); open !== -1; open = text.indexOf("{", start)) {
      const close = endOfBrackets(text, open);
      branches.push(text.slice(start, open).trim());
      read(text.slice(open + 1, close));
      start = close + 1;
    }
    choices.push({
      argument,
      kind: kind === "selectordinal" ? "ordinal" : kind === "select" ? "select" : "plural",
      branches,
    });
  };
  read(message);
  return { words: words.filter((text) => text !== ""), choices };
}

/** Where an element goes in; its words stand in the text. */
const tag = /<\/?\w+>/;

function endOfBrackets(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  throw new Error(`brackets without an end: ${text}`);
}
