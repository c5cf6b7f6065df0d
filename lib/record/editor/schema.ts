import { z } from "zod";
import { everyKind } from "@/lib/auth/rules";
import type { Kind } from "@/lib/db/generated/enums";
import type { FormFields } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { Fields, Shape } from "@/lib/publishing/shape";
import { tidy } from "@/lib/publishing/sheet";
import type { PartName, Sheet } from "@/lib/publishing/types";
import type { FormBase } from "@/lib/record/draft/types";
import { appended } from "@/lib/record/memory/rules";
import { textFieldsOf } from "@/lib/translation/fields";

const mostRows = 500;

/** What is asked for while somebody types into a field of links. */
export const linkQuerySchema = z.object({
  kind: z.enum([...everyKind, "source"]),
  q: z.string().trim().min(1).max(200),
});

/** Name of the input for a path: words carry their language before a colon. */
export function inputName(part: PartName, path: string): string {
  return part === "shared" ? path : `${part}:${path}`;
}

/** Id of the input of this name: ids may hold no slashes and colons that selectors would have to escape. */
export function inputId(name: string): string {
  return `f-${name.replace(/[^a-zA-Z0-9-]/g, "_")}`;
}

/**
 * What a form says about one part, over what was known before. What the form does not name stays, so that a part of a
 * form, or one drawn by an older version, empties nothing.
 *
 * @param known the sheet that the form was drawn from, or the newest
 */
export function sheetFromForm(fields: FormFields, part: PartName, shape: Shape, known: Sheet): Sheet {
  const sheet: Sheet = { ...known };
  const prefix = part === "shared" ? "" : `${part}:`;
  const seen = new Set<string>();
  for (const [name] of fields.pairs) {
    if (part === "shared" ? name.includes(":") : !name.startsWith(prefix)) continue;
    const path = name.slice(prefix.length);
    if (seen.has(path) || !isPath(path, part, shape)) continue;
    seen.add(path);
    sheet[path] = isList(path, shape)
      ? [...new Set(fields.all(name).flatMap((text) => wordsOf(text, path)))]
          .filter(Boolean)
          .slice(0, mostRows)
          .join(" ")
      : plain(fields.all(name).at(-1) ?? "");
  }
  return tidy(part === "shared" ? withoutLostRows(sheet, shape) : sheet);
}

/** Values of rows that are in no list any more go. */
function withoutLostRows(sheet: Sheet, shape: Shape): Sheet {
  return Object.fromEntries(
    Object.entries(sheet).filter(([path]) => {
      const [, group, id] = /^rows\.([A-Za-z]+)\.([0-9a-z-]+)\./.exec(path) ?? [];
      if (!group || !id) return true;
      return Object.hasOwn(shape.rows, group) && (sheet[`rows.${group}`] ?? "").split(" ").includes(id);
    }),
  );
}

/** One kind of line breaks, one form of letters, nothing invisible that only machines write. */
function plain(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
      .normalize("NFC")
      .trim()
  );
}

/** What one input of a list says. Of sources it is one text, which may be a name of several words. */
function wordsOf(text: string, path: string): string[] {
  const said = addressIn(text);
  return path.endsWith(".sources") ? [said.replace(/\s+/g, gap)] : said.split(/\s+/);
}

/** Stands for the spaces of a text in a list whose texts are parted by spaces. */
const gap = "\u2423";

/** A text of such a list as it was typed. */
export function toTyped(word: string): string {
  return word.replaceAll(gap, " ");
}

/** Of "name · address", as inputs of links show it, the address. */
export function addressIn(text: string): string {
  return (text.split(" · ").at(-1) ?? "").trim();
}

function isList(path: string, shape: Shape): boolean {
  if (path === "sectors" || /^rows\.[A-Za-z]+$/.test(path) || /\.(?:sources|disagreeing)$/.test(path)) return true;
  const [, group, name] = /^(?:values|rows\.([A-Za-z]+)\.[0-9a-z-]+)\.([A-Za-z]+)$/.exec(path) ?? [];
  const fields: Fields | undefined = group ? shape.rows[group]?.fields : shape.fields;
  return fields?.[name ?? ""]?.type === "choices";
}

const backingPath =
  /^backing\.[0-9a-f-]{36}\.[A-Za-z0-9]+\.(?:asOf|reviewBy|qualifier|valueTo|sources|disagreeing|(?:says|saysValue)\.[0-9a-f-]{36})$/;

function isPath(path: string, part: PartName, shape: Shape): boolean {
  if (part !== "shared") {
    return path === "name" || path === "summary" || isTextPath(path, shape);
  }
  if (path === "slug" || path === "sectors" || backingPath.test(path)) return true;
  const [, own] = /^values\.([A-Za-z0-9]+)$/.exec(path) ?? [];
  if (own) return Object.hasOwn(shape.fields, own);
  const [, group = "", id, name] = /^rows\.([A-Za-z]+)(?:\.([0-9a-z-]{1,36})\.([A-Za-z0-9]+))?$/.exec(path) ?? [];
  const rows = Object.hasOwn(shape.rows, group) ? shape.rows[group] : undefined;
  return rows !== undefined && (id === undefined || Object.hasOwn(rows.fields, name ?? ""));
}

function isTextPath(path: string, shape: Shape): boolean {
  const [, field] = /^texts\.[0-9a-f-]{36}\.([A-Za-z]+)$/.exec(path) ?? [];
  if (!field) return false;
  const kinds: Kind[] = [shape.kind, ...Object.values(shape.rows).flatMap(({ part }) => part ?? [])];
  return kinds.some((kind) => textFieldsOf(kind).some((one) => one.field === field));
}

/** Texts of a language that their sender ticked as looked at; null: all of it. */
export function checkedIn(fields: FormFields, part: PartName): string[] | null {
  if (fields.get(`checked/${part}`) === "yes") return null;
  const prefix = `checked/${part}:`;
  return fields.pairs.flatMap(([name, value]) =>
    name.startsWith(prefix) && value === "yes" ? [name.slice(prefix.length)] : [],
  );
}

/** What a form was drawn from, as its hidden inputs say. */
export function readFormBase(fields: FormFields, part: PartName): FormBase | null {
  const [, draftId, edition, version] =
    /^([0-9a-f-]{36})?\/(\d{1,9})\/(\d{1,9})$/.exec(fields.get(`base.${part}`)) ?? [];
  if (edition === undefined || version === undefined) return null;
  return { draftId: draftId ?? null, edition: Number(edition), version: Number(version) };
}

export function printFormBase({ draftId, edition, version }: FormBase): string {
  return `${draftId ?? ""}/${edition}/${version}`;
}

/** What a button of the editor asks for. */
export type Intent =
  | { kind: "save" | "submit" | "publish" | "schedule" | "return" }
  | { kind: "add"; group: string }
  | { kind: "attach"; group: string; assetId: string; role: string }
  /** a machine draft of what this language lacks */
  | { kind: "machine"; locale: Locale }
  /** the record or source that is meant by what stands in the input of this name */
  | { kind: "link"; name: string; word: string; id: string }
  /** an earlier translation into the input of this name: instead of its text, or as one more sentence */
  | { kind: "take" | "append"; name: string; text: string }
  | { kind: "remove" | "up" | "down"; group: string; id: string };

export function readIntent(text: string): Intent {
  const [kind = "", group = "", id = "", role = ""] = text.split("/");
  if (kind === "take" || kind === "append") {
    return { kind, name: group, text: plain(text.slice(kind.length + group.length + 2)) };
  }
  if (kind === "link") {
    return { kind, name: group, id, word: text.slice(kind.length + group.length + id.length + 3) };
  }
  switch (kind) {
    case "submit":
    case "publish":
    case "schedule":
    case "return":
      return { kind };
    case "add":
      return { kind, group };
    case "attach":
      return { kind, group, assetId: id, role };
    case "machine": {
      const locale = locales.find((one) => one === group);
      return locale ? { kind, locale } : { kind: "save" };
    }
    case "remove":
    case "up":
    case "down":
      return { kind, group, id };
    default:
      return { kind: "save" };
  }
}

/** Puts an earlier translation where its button says. An input of another part, or of none, changes nothing. */
export function takeOffer(sheet: Sheet, intent: Intent, part: PartName, shape: Shape): Sheet {
  if (part === "shared" || (intent.kind !== "take" && intent.kind !== "append") || !intent.name.startsWith(`${part}:`))
    return sheet;
  const path = intent.name.slice(part.length + 1);
  if (!isPath(path, part, shape)) return sheet;
  const { kind, text } = intent;
  return tidy({ ...sheet, [path]: kind === "take" ? text : appended(sheet[path] ?? "", text, part) });
}

/** Puts the record that a button names in the place of what was typed. */
export function chooseLink(sheet: Sheet, intent: Intent, shape: Shape): Sheet {
  if (intent.kind !== "link" || !isPath(intent.name, "shared", shape)) return sheet;
  const { name, word, id } = intent;
  const words = name.endsWith(".sources") ? (sheet[name] ?? "").split(" ") : [sheet[name] ?? ""];
  return tidy({ ...sheet, [name]: [...new Set(words.map((one) => (one === word ? id : one)))].join(" ") });
}

/** Does what a button of a row says: a new row stands last. Unknown groups and rows change nothing. */
export function applyIntent(sheet: Sheet, intent: Intent, shape: Shape, newId: () => string): Sheet {
  if (!("group" in intent)) return sheet;
  const rows = Object.hasOwn(shape.rows, intent.group) ? shape.rows[intent.group] : undefined;
  if (!rows) return sheet;
  const path = `rows.${intent.group}`;
  const ids = (sheet[path] ?? "").split(" ").filter(Boolean);
  if (intent.kind === "add") return { ...sheet, [path]: [...ids, newId()].slice(0, mostRows).join(" ") };
  if (intent.kind === "attach") {
    const isFile = rows.table === "mediaUse" && /^[0-9a-f-]{36}$/.test(intent.assetId);
    // The same file in the same place again changes nothing.
    const isThere = ids.some(
      (id) => sheet[`${path}.${id}.assetId`] === intent.assetId && sheet[`${path}.${id}.role`] === intent.role,
    );
    if (!isFile || isThere) return sheet;
    const id = newId();
    const row = { [`${path}.${id}.assetId`]: intent.assetId, [`${path}.${id}.role`]: intent.role };
    return { ...sheet, ...row, [path]: [...ids, id].slice(0, mostRows).join(" ") };
  }
  const at = ids.indexOf(intent.id);
  if (at < 0) return sheet;
  if (intent.kind === "remove") {
    return withoutLostRows({ ...sheet, [path]: ids.filter((id) => id !== intent.id).join(" ") }, shape);
  }
  const to = Math.min(ids.length - 1, Math.max(0, at + (intent.kind === "up" ? -1 : 1)));
  const moved = ids.filter((id) => id !== intent.id);
  moved.splice(to, 0, intent.id);
  return { ...sheet, [path]: moved.join(" ") };
}
