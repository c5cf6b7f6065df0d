import { heads, sumRow } from "@/lib/programme/party-list/import/heads";
import type { ListField, ListRow, RawList, RowProblem } from "@/lib/programme/party-list/import/types";
import { sameName } from "@/lib/programme/party-list/rules";
import type { NameInScripts } from "@/lib/programme/party-list/spelling";
import { readPassData } from "@/lib/programme/passport/schema";
import type { PassField } from "@/lib/programme/passport/types";
import type { Cell } from "@/lib/spreadsheet/types";
import { longestName } from "@/lib/translation/fields";
import type { Texts } from "@/lib/translation/types";

/** So many people come at once, at most. */
export const mostPeople = 500;
const titleRows = 30;
const longestText = 300;

/** Letters and digits alone, in small letters. */
function plainHead(cell: Cell): string {
  return String(cell ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}№#]+/gu, " ")
    .trim();
}

/** Which column is which; each field is filled by the first column that means it. */
export function readHeads(cells: readonly Cell[]): (ListField | null)[] {
  const taken = new Set<ListField>();
  return cells.map((cell) => {
    const plain = plainHead(cell);
    if (plain === "" || plain.length > 80) return null;
    const field = heads.find(([one, pattern]) => !taken.has(one) && pattern.test(plain))?.[0] ?? null;
    if (field) taken.add(field);
    return field;
  });
}

const nameFields: readonly (ListField | null)[] = ["name", "han", "cyrillic", "latin"];

/** The row of heads: among the first thirty the one that names most columns, a name among them. */
export function findHeads(rows: RawList["rows"]): { at: number; fields: (ListField | null)[] } | null {
  const scored = rows.slice(0, titleRows).map(({ cells }, at) => {
    const fields = readHeads(cells);
    return { at, fields, count: fields.filter(Boolean).length };
  });
  const [best] = scored
    .filter(({ fields, count }) => count >= 2 && fields.some((field) => nameFields.includes(field)))
    .sort((a, b) => b.count - a.count || a.at - b.at);
  return best ?? null;
}

/** A name written in several scripts, taken apart: "郑公开 (Чжэн Гункай)", "ZHENG Gongkai / 郑公开". */
export function splitScripts(text: string): NameInScripts {
  const clean = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const runs = (script: string) =>
    (
      clean.match(
        new RegExp(`[\\p{Script=${script}}](?:[\\p{Script=${script}}\\p{M}\\s'’.·•-]*[\\p{Script=${script}}.])?`, "gu"),
      ) ?? []
    )
      .map((run) => run.trim())
      .join(" ");
  const found = { han: runs("Han"), cyrillic: runs("Cyrillic"), latin: runs("Latin") };
  const [only, ...others] = (["han", "cyrillic", "latin"] as const).filter((one) => found[one] !== "");
  // In one script alone there is nothing to take apart, and nothing of it goes.
  return only && others.length === 0 ? { ...found, [only]: clean } : found;
}

/** A text under the language of its script. */
export function textByScript(text: string): Texts {
  const clean = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (clean === "") return {};
  if (/\p{Script=Han}/u.test(clean)) return { zh: clean };
  return /\p{Script=Cyrillic}/u.test(clean) ? { ru: clean } : { en: clean };
}

const passFields: readonly PassField[] = ["documentNumber", "nameAsInDocument", "citizenship", "birthDate", "validTo"];

/**
 * The people of a list. Rows that name nobody and hold nothing but a number, a sum or a group's title are left out.
 *
 * @returns null where no row of heads was found
 */
export function readList({
  rows,
}: RawList): { columns: { header: string; field: ListField | null }[]; rows: ListRow[] } | null {
  const found = findHeads(rows);
  const head = found && rows[found.at];
  if (!found || !head) return null;
  const columns = head.cells.map((cell, index) => ({
    header: String(cell ?? "").slice(0, 200),
    field: found.fields[index] ?? null,
  }));
  let above: Texts = {};
  const seen = new Set<string>();
  const people: ListRow[] = [];
  for (const { number, cells } of rows.slice(found.at + 1)) {
    const cell = (field: ListField) => {
      const column = found.fields.indexOf(field);
      return column < 0 ? "" : String(cells[column] ?? "").trim();
    };
    if (people.length >= mostPeople || isNoPerson(cells, cell)) continue;
    const named = textByScript(cell("organisation"));
    const isSameOrganisation = Object.keys(named).length === 0 && Object.keys(above).length > 0;
    if (!isSameOrganisation) above = named;
    const row = toRow(number, cell, { organisation: above, isSameOrganisation });
    const key = sameName(row.name.han || row.name.cyrillic || row.name.latin);
    if (key !== "" && seen.has(`${key} ${JSON.stringify(above)}`)) row.problems.push("twice");
    seen.add(`${key} ${JSON.stringify(above)}`);
    people.push(row);
  }
  return { columns, rows: people };
}

type CellOf = (field: ListField) => string;

function isNoPerson(cells: readonly Cell[], cell: CellOf): boolean {
  const filled = cells.filter((one) => one !== null && String(one).trim() !== "");
  if (filled.length <= 1 && nameFields.every((field) => field === null || cell(field) === "")) return true;
  return sumRow.test(String(filled[0] ?? ""));
}

function toRow(
  number: number,
  cell: CellOf,
  { organisation, isSameOrganisation }: Pick<ListRow, "organisation" | "isSameOrganisation">,
): ListRow {
  const split = splitScripts(cell("name"));
  const name: NameInScripts = {
    han: clean(cell("han")) || split.han,
    cyrillic: clean(cell("cyrillic")) || split.cyrillic,
    latin: clean(cell("latin")) || split.latin,
  };
  const [position, role] = [textByScript(cell("position")), textByScript(cell("role"))];
  const read = readPassData(Object.fromEntries(passFields.map((field) => [field, cell(field)])));
  const passRefused = read && "refused" in read ? read.refused : {};
  const problems: RowProblem[] = [];
  const all = [...Object.values(name), ...Object.values(organisation)];
  if (Object.values(name).every((text) => text === "")) problems.push("no_name");
  if (Object.keys(organisation).length === 0) problems.push("no_organisation");
  if (all.some((text) => text.length > longestName)) problems.push("too_long");
  else if ([...Object.values(position), ...Object.values(role)].some((text) => text.length > longestText))
    problems.push("too_long");
  if (Object.keys(passRefused).length > 0) problems.push("pass_wrong");
  return {
    number,
    name,
    organisation,
    isSameOrganisation,
    position,
    role,
    pass: read && "data" in read ? read.data : null,
    passRefused,
    problems,
  };
}

function clean(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
