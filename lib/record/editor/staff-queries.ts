import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { FormFields, type Tried } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import { changedPaths, merge, tidy } from "@/lib/publishing/sheet";
import type { PartName, Sheet } from "@/lib/publishing/types";
import { readHead, readShared, readWords } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { permissionFor } from "@/lib/record/draft/rules";
import { toRevisionDocument, toSheet } from "@/lib/record/draft/schema";
import { readEdition } from "@/lib/record/draft/staff-queries";
import type { FormBase } from "@/lib/record/draft/types";
import { readCandidates, readOptions, resolveLinks } from "@/lib/record/editor/options/staff-queries";
import { readFormBase, sheetFromForm } from "@/lib/record/editor/schema";
import type { EditorView, PartView, SourceChange, TextStatus } from "@/lib/record/editor/types";
import { readRecordChecks } from "@/lib/record/finding/staff-queries";
import { readPresent } from "@/lib/record/presence/staff-queries";
import { checkMachine } from "@/lib/record/publication/rules";
import { checkHidden, checkShared, checkWordsOf, readHidden } from "@/lib/record/publication/staff-queries";
import { readSettings } from "@/lib/record/settings/staff-queries";
import { shapes } from "@/lib/record/shapes";
import { machineTranslator } from "@/lib/translation/machine/provider";

/**
 * One record as the editor shows it.
 *
 * @param tried what this actor typed and was refused; stands in the inputs again
 * @returns     null where there is none, or where this actor may not see it: the two look alike
 */
export async function readEditor(
  actor: Actor,
  recordId: string,
  locale: Locale,
  tried: Tried | null,
): Promise<EditorView | null> {
  if (!/^[0-9a-f-]{36}$/.test(recordId)) return null;
  const tx = db();
  const head = await readHead(tx, recordId);
  if (!head || !can(actor, "read", head)) return null;
  const [inForceShared, inForceWords, drafts, texts, comments, revisions] = await Promise.all([
    readShared(tx, head),
    readWords(tx, recordId),
    tx.draft.findMany({ where: { recordId }, include: { author: { select: { name: true } } } }),
    readTexts(tx, recordId),
    tx.reviewComment.findMany({
      where: { recordId },
      orderBy: { createdAt: "desc" },
      take: 20,
      select: { body: true, createdAt: true, author: { select: { name: true } } },
    }),
    tx.revision.findMany({
      where: { recordId },
      orderBy: { version: "desc" },
      take: 8,
      select: { version: true, createdAt: true, parts: true, author: { select: { name: true } } },
    }),
  ]);
  const typed = tried ? new FormFields(tried.fields) : null;
  const draftOf = (part: PartName) => drafts.find((draft) => (draft.locale ?? "shared") === part);
  const view = async (part: PartName): Promise<PartView> => {
    const inForce = part === "shared" ? inForceShared : (inForceWords[part] ?? {});
    const draft = draftOf(part);
    const saved = draft ? toSheet(draft.document) : inForce;
    const base: FormBase = { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: head.version };
    const mayEdit = can(actor, permissionFor(part, head), head);
    const again =
      typed && mayEdit
        ? await retype(tx, actor, head, part, { typed, saved, inForce, base })
        : { sheet: saved, conflicts: [] };
    return {
      ...again,
      base,
      draft: draft
        ? {
            state: draft.state,
            origin: draft.origin,
            author: draft.author.name,
            updatedAt: draft.updatedAt.toISOString(),
            publishAt: draft.publishAt?.toISOString() ?? null,
            isMinor: draft.isMinor,
            reason: draft.reason,
          }
        : null,
      unchecked: draft?.unchecked.filter((path) => again.sheet[path] === saved[path]) ?? [],
      mayEdit,
      state: part === "shared" ? (head.version > 0 ? "published" : "none") : (texts[part]?.state ?? "none"),
      changed: changedPaths(inForce, again.sheet),
      issues: [],
    };
  };
  const parts = {
    shared: await view("shared"),
    ru: await view("ru"),
    zh: await view("zh"),
    en: await view("en"),
  };
  parts.shared.issues = await checkShared(tx, head, parts.shared.sheet);
  const hidden = await readHidden(tx, head, parts.shared.sheet);
  for (const one of locales) {
    const { sheet, draft } = parts[one];
    if (!draft && one !== head.sourceLocale) continue;
    parts[one].issues = [
      ...checkWordsOf(head, parts.shared.sheet, sheet, one),
      ...checkHidden(head, parts.shared.sheet, sheet, hidden),
      ...checkMachine(draftOf(one)?.unchecked ?? []),
    ];
  }
  const { textStatus, sourceChanges } = await compareTexts(tx, head, parts, texts);
  const region = head.regionId ? await readRegionName(tx, head.regionId, locale) : null;
  return {
    id: head.id,
    kind: head.kind,
    slug: head.slug,
    version: head.version,
    state: head.state,
    sourceLocale: head.sourceLocale,
    region,
    zone: head.zone,
    may: {
      submit: can(actor, "submit", head),
      publish: can(actor, "publish", head),
      preview: can(actor, "preview", head),
      machine: machineTranslator() !== null,
    },
    parts,
    textStatus,
    sourceChanges,
    offers: { ru: {}, zh: {}, en: {} },
    options: await readOptions(tx, head, parts.shared.sheet, locale),
    candidates: parts.shared.mayEdit ? await readCandidates(actor, shapes[head.kind], parts.shared.sheet, locale) : {},
    comments: comments.map(({ body, createdAt, author }) => ({
      body,
      at: createdAt.toISOString(),
      author: author.name,
    })),
    history: revisions.map(({ version, createdAt, parts: named, author }) => ({
      version,
      at: createdAt.toISOString(),
      author: author?.name ?? null,
      parts: named,
    })),
    alsoOpen: await readPresent(tx, recordId, actor.id),
    settings: await readSettings(tx, head),
    checks: await readRecordChecks(actor, head),
  };
}

/** What somebody typed, on top of what is saved by now. */
async function retype(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  part: PartName,
  { typed, saved, inForce, base }: { typed: FormFields; saved: Sheet; inForce: Sheet; base: FormBase },
) {
  const typedBase = readFormBase(typed, part);
  if (!typedBase) return { sheet: saved, conflicts: [] };
  const isNow =
    typedBase.draftId === base.draftId && typedBase.edition === base.edition && typedBase.version === base.version;
  const from = isNow
    ? saved
    : typedBase.draftId
      ? await readEdition(tx, head.id, typedBase.draftId, typedBase.edition)
      : inForce;
  const shape = shapes[head.kind];
  const read = sheetFromForm(typed, part, shape, from ?? saved);
  const mine = part === "shared" ? await resolveLinks(tx, actor, shape, read) : read;
  const { sheet, conflicts } = merge(from ?? saved, saved, mine);
  // The inputs hold what he typed; what the other saved stands beside it.
  return {
    sheet: tidy({ ...sheet, ...Object.fromEntries(conflicts.map(({ path, mine: text }) => [path, text])) }),
    conflicts,
  };
}

type TextRow = { version: number; sourceVersion: number | null; origin: "person" | "machine"; value: string };
type Texts = Partial<Record<Locale, { state: "draft" | "published" | "withdrawn"; texts: Map<string, TextRow> }>>;

async function readTexts(tx: Tx, recordId: string): Promise<Texts> {
  const rows = await tx.recordText.findMany({ where: { recordId }, include: { words: true } });
  return Object.fromEntries(
    rows.map(({ locale, state, name, summary, version, sourceVersion, origin, words }) => [
      locale,
      {
        state,
        texts: new Map<string, TextRow>([
          ["name", { value: name, version, sourceVersion, origin }],
          ...(summary ? [["summary", { value: summary, version, sourceVersion, origin }] as const] : []),
          ...words.map((word) => [`texts.${word.partId}.${word.field}`, word] as const),
        ]),
      },
    ]),
  );
}

/** How each text stands to its source, and how the source changed since it was translated. */
async function compareTexts(tx: Tx, head: RecordHead, parts: Record<PartName, PartView>, texts: Texts) {
  const textStatus = emptyByLocale<TextStatus>();
  const sourceChanges = emptyByLocale<SourceChange>();
  const source = texts[head.sourceLocale]?.texts ?? new Map<string, TextRow>();
  const oldWords = await readOldWords(tx, head, texts);
  for (const locale of locales) {
    const isSource = locale === head.sourceLocale;
    const own = texts[locale]?.texts ?? new Map<string, TextRow>();
    const paths = new Set([...source.keys(), ...own.keys(), ...Object.keys(parts[locale].sheet)]);
    for (const path of paths) {
      const [sourceRow, row] = [source.get(path), own.get(path)];
      if (isSource) textStatus[locale][path] = "source";
      else if (!row) textStatus[locale][path] = sourceRow ? "missing" : "current";
      else if (sourceRow && (row.sourceVersion ?? 0) < sourceRow.version) {
        textStatus[locale][path] = "outdated";
        const before = oldWords.get(row.sourceVersion ?? 0)?.[path] ?? "";
        sourceChanges[locale][path] = { before, after: sourceRow.value };
      } else textStatus[locale][path] = row.origin === "machine" ? "machine" : "current";
    }
  }
  return { textStatus, sourceChanges };
}

/** Source texts at the versions from which outdated translations were made. */
async function readOldWords(tx: Tx, head: RecordHead, texts: Texts): Promise<Map<number, Sheet>> {
  const versions = new Set<number>();
  const source = texts[head.sourceLocale]?.texts;
  for (const locale of locales) {
    if (locale === head.sourceLocale) continue;
    for (const [path, { sourceVersion }] of texts[locale]?.texts ?? []) {
      if ((source?.get(path)?.version ?? 0) > (sourceVersion ?? 0)) versions.add(sourceVersion ?? 0);
    }
  }
  const revisions = await tx.revision.findMany({
    where: { recordId: head.id, version: { in: [...versions] } },
    select: { version: true, document: true },
  });
  return new Map(
    revisions.map(({ version, document }) => [version, toRevisionDocument(document).words[head.sourceLocale] ?? {}]),
  );
}

function emptyByLocale<T>(): Record<Locale, Record<string, T>> {
  return { ru: {}, zh: {}, en: {} };
}

async function readRegionName(tx: Tx, regionId: string, locale: Locale) {
  const row = await tx.record.findUnique({
    where: { id: regionId },
    select: { id: true, slug: true, texts: { where: { locale }, select: { name: true } } },
  });
  return row ? { id: row.id, slug: row.slug ?? "", name: row.texts[0]?.name ?? row.slug ?? "" } : null;
}
