import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

const root = path.resolve(import.meta.dirname, "../..");

export type Source = { file: string; tree: ts.SourceFile };

export function parseSource(file: string, text: string): Source {
  return { file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX) };
}

/** All TypeScript below some folders of the project, without what is generated. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)generated\/|\.d\.ts$/.test(file))
      .map((file) => path.join(folder, file))
      .map((file) => parseSource(file, fs.readFileSync(path.join(root, file), "utf8"))),
  );
}

export function everyNode(tree: ts.Node, visit: (node: ts.Node) => void): void {
  visit(tree);
  tree.forEachChild((child) => everyNode(child, visit));
}

const spokenAttributes = /^(title|alt|aria-label|aria-description|aria-roledescription|placeholder|label|summary)$/;
const spokenProperties = /^(title|description|label)$/;
const letters = /\p{L}/u;
/** Han and Cyrillic are words for people wherever they stand in a string. */
const foreignLetters = /[\p{Script=Han}\p{Script=Cyrillic}]/u;

/** Words that a reader would see or hear and that do not come from the messages or the database. */
export function visibleWords({ file, tree }: Source): string[] {
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => {
    if (!letters.test(text)) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.push(`${file}:${line + 1}: ${text.trim()}`);
  };
  everyNode(tree, (node) => {
    if (ts.isJsxText(node)) report(node, node.text);
    else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (isSpoken(node) || foreignLetters.test(node.text)) report(node, node.text);
    }
  });
  return found;
}

/** Does this text stand where a reader meets it: between tags, in a spoken attribute, as a title? */
function isSpoken(node: ts.Node): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (ts.isJsxAttribute(outer)) return spokenAttributes.test(outer.name.getText());
    if (ts.isPropertyAssignment(outer)) return spokenProperties.test(outer.name.getText());
    if (ts.isJsxExpression(outer)) {
      if (!ts.isJsxAttribute(outer.parent)) return true;
    } else if (ts.isConditionalExpression(outer)) {
      if (outer.condition === inner) return false;
    } else if (ts.isBinaryExpression(outer)) {
      const isJoined = /^(\?\?|\|\||&&|\+)$/.test(outer.operatorToken.getText());
      if (!isJoined) return false;
    } else if (!ts.isTemplateExpression(outer) && !ts.isTemplateSpan(outer) && !ts.isParenthesizedExpression(outer)) {
      return false;
    }
  }
  return false;
}

/** Where words are handed over as `t`: by whole paths, or below one namespace. */
const handedOver = [
  { files: "lib/programme/papers/", namespace: "" },
  { files: "lib/source/dates.ts", namespace: "common." },
];

/** The last name of what is called: `t` of `t()`, `words.t()` and `words.zh.t()`. */
function nameOf(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

/** A key as the code asks for it; `*` stands for what is only known when it runs. */
export type AskedKey = { key: string; where: string };

/** Every key of the messages that a file asks for, with its namespace. */
export function askedKeys({ file, tree }: Source): AskedKey[] {
  const translators = translatorsOf(tree);
  const strings = new Set<string>();
  everyNode(tree, (node) => {
    if (ts.isStringLiteralLike(node)) strings.add(node.text);
  });
  // A whole path stands where a description names its words.
  const paths = file.startsWith("lib/register/") ? [...strings].filter((text) => text.includes(".")) : [];
  const asked: AskedKey[] = paths.map((key) => ({ key, where: "" }));
  everyNode(tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    // Files are made outside of pages: `say` takes whole paths, see lib/register/say.ts.
    const [path] = node.arguments;
    if (ts.isIdentifier(node.expression) && node.expression.text === "say" && path) {
      for (const key of keysOf(path)) if (key.includes(".")) asked.push({ key, where: "" });
    }
    const where = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
    const root = handedOver.find((one) => file.startsWith(one.files));
    if (root && path && nameOf(node.expression) === "t") {
      for (const key of keysOf(path)) {
        const whole = root.namespace + key;
        asked.push({ key: whole, where: key === "*" ? "" : where });
        if (whole.endsWith("*")) for (const text of strings) asked.push({ key: whole.slice(0, -1) + text, where: "" });
      }
      return;
    }
    const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node.expression;
    const argument = node.arguments[0];
    const namespace = ts.isIdentifier(callee) && namespaceAt(callee, translators);
    if (!namespace || !argument) return;
    for (const key of keysOf(argument)) {
      asked.push({ key: `${namespace}.${key}`, where });
      // A key that is looked up elsewhere in the file stands there as a plain string.
      if (key === "*") for (const text of strings) asked.push({ key: `${namespace}.${text}`, where: "" });
    }
  });
  return asked;
}

type Translator = { name: string; namespace: string; scope: ts.Node };

/** All translators of a file, each with the block that knows it. */
function translatorsOf(tree: ts.SourceFile): Translator[] {
  const found: Translator[] = [];
  const add = (name: ts.BindingName, call: ts.Expression | undefined) => {
    const namespace = call && namespaceOf(call);
    if (namespace && ts.isIdentifier(name)) found.push({ name: name.text, namespace, scope: blockOf(name) });
  };
  everyNode(tree, (node) => {
    if (!ts.isVariableDeclaration(node) || !node.initializer) return;
    const value = ts.isAwaitExpression(node.initializer) ? node.initializer.expression : node.initializer;
    if (ts.isIdentifier(node.name)) add(node.name, value);
    const list = ts.isCallExpression(value) ? value.arguments[0] : undefined;
    if (!ts.isArrayBindingPattern(node.name) || !list || !ts.isArrayLiteralExpression(list)) return;
    node.name.elements.forEach((element, index) => {
      if (ts.isBindingElement(element)) add(element.name, list.elements[index]);
    });
  });
  return found;
}

function blockOf(node: ts.Node): ts.Node {
  let block = node.parent;
  while (!ts.isBlock(block) && !ts.isSourceFile(block)) block = block.parent;
  return block;
}

/** What a name means where it stands: the nearest block around it that knows it. */
function namespaceAt(identifier: ts.Identifier, translators: Translator[]): string | null {
  for (let block: ts.Node = identifier; block; block = block.parent) {
    const found = translators.find(({ name, scope }) => name === identifier.text && scope === block);
    if (found) return found.namespace;
  }
  return null;
}

function namespaceOf(expression: ts.Expression): string | null {
  if (!ts.isCallExpression(expression)) return null;
  if (!/^(?:(?:use|get)Translations|createTranslator)$/.test(expression.expression.getText())) return null;
  const [argument] = expression.arguments;
  if (argument && ts.isStringLiteralLike(argument)) return argument.text;
  if (!argument || !ts.isObjectLiteralExpression(argument)) return null;
  const property = argument.properties.find((one) => one.name?.getText() === "namespace");
  return property && ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer)
    ? property.initializer.text
    : null;
}

function keysOf(argument: ts.Expression): string[] {
  if (ts.isAsExpression(argument)) return keysOf(argument.expression);
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (ts.isConditionalExpression(argument)) return [argument.whenTrue, argument.whenFalse].flatMap(keysOf);
  if (ts.isTemplateExpression(argument)) {
    return [argument.head.text + argument.templateSpans.map(({ literal }) => `*${literal.text}`).join("")];
  }
  return ["*"];
}
