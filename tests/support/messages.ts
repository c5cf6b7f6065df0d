import fs from "node:fs";
import path from "node:path";
import IntlMessageFormat from "intl-messageformat";
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

type Node = {
  type: number;
  value?: string;
  pluralType?: string;
  options?: Record<string, { value: Node[] }>;
  children?: Node[];
};
const literal = 0;
const select = 5;
const plural = 6;

/** What a message is made of: plain words, in their order, and choices. */
export function readMessage(message: string, locale: Locale): { words: string[]; choices: Choice[] } {
  const words: string[] = [];
  const choices: Choice[] = [];
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node.type === literal) words.push(node.value ?? "");
      if (node.type === select || node.type === plural) {
        const kind = node.type === select ? "select" : node.pluralType === "ordinal" ? "ordinal" : "plural";
        choices.push({ argument: node.value ?? "", kind, branches: Object.keys(node.options ?? {}) });
      }
      for (const option of Object.values(node.options ?? {})) walk(option.value);
      if (node.children) walk(node.children);
    }
  };
  walk(new IntlMessageFormat(message, locale).getAst() as Node[]);
  return { words, choices };
}
