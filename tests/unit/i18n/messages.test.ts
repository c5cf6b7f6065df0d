import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

type Tree = { [key: string]: string | Tree };

/** Every message of a language by its full key, with the names of its arguments. */
async function messagesOf(locale: Locale): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const walk = (tree: Tree, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") found[prefix + key] = argumentsOf(value);
      else walk(value, `${prefix}${key}.`);
    }
  };
  walk(await loadMessages(locale), "");
  return found;
}

/** Names of arguments and tags. Inside a plural or select, what stands in the inner braces is a message again. */
function argumentsOf(message: string): string[] {
  const names = new Set([...message.matchAll(/<(\w+)>/g)].map(([, tag = ""]) => tag));
  for (const part of bracedParts(message)) {
    const [name = "", kind = "", ...options] = part.split(",");
    names.add(name.trim());
    if (kind.trim() === "plural" || kind.trim() === "select") {
      for (const inner of bracedParts(options.join(","))) for (const found of argumentsOf(inner)) names.add(found);
    }
  }
  return [...names].sort();
}

/** What stands in the outermost braces. */
function bracedParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{" && depth++ === 0) start = at + 1;
    if (text[at] === "}" && --depth === 0) parts.push(text.slice(start, at));
  }
  return parts;
}

describe("the words of the interface", () => {
  it.each(locales)("have the same keys and arguments as the Russian ones (%s)", async (locale) => {
    expect(await messagesOf(locale)).toEqual(await messagesOf("ru"));
  });

  it.each(locales)("are never empty (%s)", async (locale) => {
    const empty = JSON.stringify(await loadMessages(locale)).match(/"[^"]+":\s*""/g);
    expect(empty).toBeNull();
  });
});
