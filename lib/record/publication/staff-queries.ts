import "server-only";
import { reservedSegments } from "@/lib/core/paths";
import { ConsentLevel } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import { loadHidden } from "@/lib/organisation/public-queries";
import { type Fields, isRowLink, linkedGroups, type Shape } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { Issue, Sheet } from "@/lib/publishing/types";
import { compileShared, partsOf } from "@/lib/record/document/rules";
import type { RecordHead } from "@/lib/record/document/types";
import { checkPairs, checkSources, checkWords } from "@/lib/record/publication/rules";
import { hasPage } from "@/lib/record/rules";
import { shapes } from "@/lib/record/shapes";

const consentLevels = Object.values(ConsentLevel);

/** All that stands in the way of putting figures, rows and links in force. */
export async function checkShared(tx: Tx, head: RecordHead, sheet: Sheet): Promise<Issue[]> {
  const shape: Shape = shapes[head.kind];
  const compiled = compileShared(head, sheet);
  return [
    ...compiled.issues,
    ...checkPairs(shape, compiled),
    // A picture shows, it says no figure that a source could stand behind.
    ...(head.kind === "media" ? [] : checkSources(head.id, sheet)),
    ...(await checkLinks(tx, head, shape, sheet)),
    ...(await checkSlugIsFree(tx, head, sheet)),
  ];
}

/** All that stands in the way of putting the words of a language in force. */
export function checkWordsOf(head: RecordHead, shared: Sheet, words: Sheet, locale: string): Issue[] {
  return checkWords(words, partsOf(shapes[head.kind], head.id, shared), locale === head.sourceLocale);
}

/**
 * Names of people and companies of a visit or an outcome who did not agree to be named, in words that readers would see.
 *
 * @returns null where all may be named, and for records of other kinds
 */
export async function readHidden(tx: Tx, head: RecordHead, shared: Sheet): Promise<RegExp | null> {
  if (head.kind !== "visit" && head.kind !== "outcome") return null;
  const shape: Shape = shapes[head.kind];
  const met = [
    ...linksOf(shape.fields, "values", shared),
    ...Object.entries(shape.rows).flatMap(([group, { fields }]) =>
      listAt(shared, `rows.${group}`).flatMap((id) => {
        const path = `rows.${group}.${id}`;
        const level = consentLevels.find((one) => one === shared[`${path}.consentLevel`]);
        // A company that comes with a person agreed to nothing by him.
        const whose = shared[`${path}.personId`] ? "person" : "organisation";
        return linksOf(fields, path, shared).map((link) => ({
          ...link,
          ...(level && link.to === whose ? { level } : {}),
        }));
      }),
    ),
  ].filter(({ id, to }) => (to === "person" || to === "organisation") && /^[0-9a-f-]{36}$/.test(id));
  return met.length > 0 ? loadHidden(tx, met) : null;
}

/** Texts that readers of a visit would see and that a hidden name stands in; stops for guests and staff are no matter here. */
export function checkHidden(head: RecordHead, shared: Sheet, words: Sheet, hidden: RegExp | null): Issue[] {
  if (!hidden) return [];
  const isKept = (part: string) =>
    listAt(shared, "rows.meetings").includes(part) ||
    (listAt(shared, "rows.items").includes(part) && shared[`rows.items.${part}.visibility`] !== "public");
  if (head.kind === "outcome" && shared["values.visibility"] !== "public") return [];
  return Object.entries(words).flatMap(([path, text]): Issue[] => {
    const [, part = ""] = /^texts\.([0-9a-f-]+)\./.exec(path) ?? [];
    const found = new RegExp(hidden.source, "iu").exec(text.normalize("NFC"));
    return found && !isKept(part) ? [{ path, code: "hidden_name", detail: found[0] }] : [];
  });
}

async function checkSlugIsFree(tx: Tx, head: RecordHead, sheet: Sheet): Promise<Issue[]> {
  const slug = sheet.slug ?? "";
  if (slug === "") return hasPage(head.kind) ? [{ path: "slug", code: "required" }] : [];
  if (head.kind === "region" && reservedSegments.some((segment) => segment === slug))
    return [{ path: "slug", code: "slug_reserved" }];
  const other = await tx.record.findFirst({
    where: { kind: head.kind, slug, id: { not: head.id } },
    select: { id: true },
  });
  return other ? [{ path: "slug", code: "slug_taken" }] : [];
}

/** Every link must lead to a record of its kind, every source must be there. */
async function checkLinks(tx: Tx, head: RecordHead, shape: Shape, sheet: Sheet): Promise<Issue[]> {
  const links = [
    ...linksOf(shape.fields, "values", sheet),
    ...Object.entries(shape.rows).flatMap(([group, { fields }]) =>
      listAt(sheet, `rows.${group}`).flatMap((id) => linksOf(fields, `rows.${group}.${id}`, sheet)),
    ),
    ...Object.keys(sheet)
      .filter((path) => /^backing\..*\.sources$/.test(path))
      .flatMap((path) => listAt(sheet, path).map((id) => ({ path, id, to: "source" as const }))),
  ];
  const isId = ({ id }: { id: string }) => /^[0-9a-f-]{36}$/.test(id);
  const recordIds = links.filter((link) => link.to !== "source" && isId(link)).map(({ id }) => id);
  const sourceIds = links.filter((link) => link.to === "source" && isId(link)).map(({ id }) => id);
  const [records, sources] = await Promise.all([
    tx.record.findMany({ where: { id: { in: recordIds } }, select: { id: true, kind: true, version: true } }),
    tx.source.findMany({ where: { id: { in: sourceIds } }, select: { id: true } }),
  ]);
  const kinds = new Map<string, string>(records.map(({ id, kind }) => [id, kind]));
  const known = new Set(sources.map(({ id }) => id));
  // A record that was never put in force has no row that another's could point to.
  const waiting = new Set(records.flatMap(({ id, version }) => (version === 0 ? [id] : [])));
  return links.flatMap(({ path, id, to }): Issue[] => {
    const isThere =
      to === "source"
        ? known.has(id)
        : isRowLink(to)
          ? listAt(sheet, `rows.${linkedGroups[to]}`).includes(id)
          : kinds.get(id) === to;
    if (!isThere || id === head.id) return [{ path, code: "unknown_record", detail: id }];
    return waiting.has(id) ? [{ path, code: "not_in_force" }] : [];
  });
}

function linksOf(fields: Fields, path: string, sheet: Sheet) {
  return Object.entries(fields).flatMap(([name, field]) => {
    const id = sheet[`${path}.${name}`] ?? "";
    return field.type === "link" && id !== "" ? [{ path: `${path}.${name}`, id, to: field.to }] : [];
  });
}
