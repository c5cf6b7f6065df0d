/** One rule of a style sheet: its prelude (selector or at-rule) and its body, parsed further for grouping rules. */
type Rule = { prelude: string; body: string | Rule[] | null };

const groupingRule = /^@(?:media|supports|layer|container)\b/;

/** What scripts set on a page, so that a rule for it stays though the page as sent has it nowhere. */
const setByScripts = new Set(["data-theme"]);

/**
 * Keeps of a sheet what a page can use: a rule whose selectors name only classes and values of `data-` attributes that
 * occur in the page. Rules without them stay. Works because no public page gets a class from a script.
 */
export class Sheet {
  readonly #rules: Rule[];
  readonly #pruned = new Map<string, string>();

  /** @param css  the whole sheet, any formatting */
  constructor(css: string) {
    this.#rules = parse(css.replace(/\/\*[\s\S]*?\*\//g, ""));
  }

  /**
   * @param data  values of attributes as `data-name=value`; left out: rules for any value stay
   * @returns     the rules for a page with these classes and values, minified as they came
   */
  forClasses(classes: ReadonlySet<string>, data?: ReadonlySet<string>): string {
    const key = [...classes, ...(data ?? [])].sort().join(" ");
    const known = this.#pruned.get(key);
    if (known !== undefined) return known;
    const css = write(this.#rules, { classes, data });
    if (this.#pruned.size > 50) this.#pruned.clear();
    this.#pruned.set(key, css);
    return css;
  }
}

/** What occurs in a page. */
type Names = { classes: ReadonlySet<string>; data?: ReadonlySet<string> };

/** All class names of a page's HTML. */
export function classesOf(html: string): Set<string> {
  const classes = new Set<string>();
  for (const [, value = ""] of html.matchAll(/\sclass="([^"]*)"/g)) {
    for (const name of value.replaceAll("&amp;", "&").replaceAll("&gt;", ">").split(/\s+/)) if (name) classes.add(name);
  }
  return classes;
}

/** Values of a page's `data-` attributes that a sheet can name without quotes, as `data-name=value`. */
export function dataOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\s(data-[a-z-]+)="([\w-]+)"/g)].map(([, name, value]) => `${name}=${value}`));
}

function parse(css: string): Rule[] {
  const rules: Rule[] = [];
  let start = 0;
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === "\\") at++;
    else if (character === '"' || character === "'") at = endOfString(css, at);
    else if (character === ";") {
      const prelude = css.slice(start, at).trim();
      if (prelude) rules.push({ prelude, body: null });
      start = at + 1;
    } else if (character === "{") {
      const prelude = css.slice(start, at).trim();
      const end = endOfBlock(css, at);
      const body = css.slice(at + 1, end);
      rules.push({ prelude, body: groupingRule.test(prelude) ? parse(body) : body.trim() });
      at = end;
      start = end + 1;
    }
  }
  return rules;
}

function endOfString(css: string, from: number): number {
  let at = from + 1;
  while (at < css.length && css[at] !== css[from]) at += css[at] === "\\" ? 2 : 1;
  return at;
}

function endOfBlock(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    const character = css[at];
    if (character === "\\") at++;
    else if (character === '"' || character === "'") at = endOfString(css, at);
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  return css.length;
}

function write(rules: Rule[], names: Names): string {
  return rules
    .map(({ prelude, body }) => {
      if (body === null) return `${prelude};`;
      if (typeof body !== "string") {
        const inner = write(body, names);
        return inner === "" ? "" : `${prelude}{${inner}}`;
      }
      if (prelude.startsWith("@")) return `${prelude}{${body}}`;
      const kept = splitSelectors(prelude).filter((selector) => canMatch(selector, names));
      return kept.length === 0 ? "" : `${kept.join(",")}{${body}}`;
    })
    .join("");
}

/** Splits at commas outside brackets. */
function splitSelectors(prelude: string): string[] {
  const selectors: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < prelude.length; at++) {
    const character = prelude[at];
    if (character === "\\") at++;
    else if (character === '"' || character === "'") at = endOfString(prelude, at);
    else if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth--;
    else if (character === "," && depth === 0) {
      selectors.push(prelude.slice(start, at).trim());
      start = at + 1;
    }
  }
  selectors.push(prelude.slice(start).trim());
  return selectors;
}

/**
 * Classes and attributes inside :not(), :is(), :where() and :has() are not demanded: one branch of them may do without.
 * A dot in the value of an attribute begins no class.
 */
function canMatch(selector: string, { classes, data }: Names): boolean {
  const { demanded, attributes } = withoutArguments(selector);
  for (const attribute of data ? attributes : []) {
    const [, name = "", quoted = "", bare = quoted] =
      /^(data-[a-z-]+)=(?:["']([\w-]+)["']|([\w-]+))$/.exec(attribute) ?? [];
    if (name && !setByScripts.has(name) && !data?.has(`${name}=${bare}`)) return false;
  }
  for (const [, escaped = ""] of demanded.matchAll(/\.((?:\\[0-9a-f]{1,6}\s?|\\.|[\w-]|[\u0080-\uffff])+)/gi)) {
    if (!classes.has(unescapeName(escaped))) return false;
  }
  return true;
}

/** A selector without what stands in brackets, and the attributes that it demands. */
function withoutArguments(selector: string): { demanded: string; attributes: string[] } {
  let demanded = "";
  const attributes: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < selector.length; at++) {
    const character = selector[at] ?? "";
    if (character === "\\") {
      if (depth === 0) demanded += character + (selector[at + 1] ?? "");
      at++;
    } else if (character === '"' || character === "'") at = endOfString(selector, at);
    else if (character === "(" || character === "[") {
      if (depth === 0) start = character === "[" ? at + 1 : 0;
      depth++;
    } else if (character === ")" || character === "]") {
      depth--;
      if (depth === 0 && start > 0) attributes.push(selector.slice(start, at));
    } else if (depth === 0) demanded += character;
  }
  return { demanded, attributes };
}

function unescapeName(name: string): string {
  return name.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex: string | undefined, plain: string | undefined) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (plain ?? ""),
  );
}
