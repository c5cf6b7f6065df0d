/** A declaration of a custom property behind another one or the beginning of a rule; strings and brackets stay whole. */
const declaration =
  /(?<=[{;])(--[\w-]+):(?:[^;{}"'()]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:[^()]|\([^()]*\))*\))*(?:;|(?=\}))/g;

/**
 * Takes out of a minified sheet the custom properties that nothing in it asks for with `var()`, and the rules that
 * become empty. What only such a property asks for goes too.
 */
export function withoutUnusedProperties(css: string): string {
  let before = css;
  for (;;) {
    const used = new Set([...before.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
    const after = before
      .replace(declaration, (whole, name: string) => (used.has(name) ? whole : ""))
      .replace(/(?<=^|[{};])[^{}@;]+\{\}/g, "");
    if (after === before) return after;
    before = after;
  }
}
