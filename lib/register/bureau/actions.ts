import "server-only";
import { getTranslations } from "next-intl/server";
import { canSomewhere } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/auth/types";
import { fileAnswer } from "@/lib/core/download";
import { BrokenFormError } from "@/lib/core/files/multipart";
import { newId } from "@/lib/core/ids";
import { isDatabaseLost } from "@/lib/db/errors";
import { FormFields } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import { receiveList } from "@/lib/register/batch/receive";
import { keepReport, type Returned, takeTranslations } from "@/lib/register/bureau/mutations";
import { bureauKey, readBureauKey } from "@/lib/register/bureau/rules";
import { listBureauTexts } from "@/lib/register/bureau/staff-queries";
import type { BureauNote, BureauText } from "@/lib/register/bureau/types";
import { bureauColumns, bureauHeaders, findBureauColumns } from "@/lib/register/bureau/words";
import { noteExport } from "@/lib/register/export/mutations";
import { openTable } from "@/lib/spreadsheet/child";
import { UnreadableFile } from "@/lib/spreadsheet/types";
import { fileTypes, toFile } from "@/lib/spreadsheet/write";

const returnPath = "/admin/translations/return";
/** The head stands in one of the first rows. */
const headWithin = 10;

/** Texts that are behind, beside their source and its change, as a file for a translation bureau; null for whom may not. */
export async function exportForBureau(query: URLSearchParams, locale: Locale): Promise<Response | null> {
  const actor = await currentActor();
  const to = locales.find((one) => one === query.get("lang"));
  if (!actor || !to || !canSomewhere(actor, "translate")) return null;
  const [texts, headers, t] = await Promise.all([
    listBureauTexts(actor, to),
    bureauHeaders(locale),
    getTranslations({ locale, namespace: "bureau" }),
  ]);
  const words = await getTranslations({ locale, namespace: "record" });
  // Keys are made of names of the shapes, as in the editor.
  const label = ({ path, part }: BureauText) =>
    path === "name" || path === "summary"
      ? words(`text.${path}`)
      : words(`text.${part}.${path.split(".").at(-1)}` as "text.site.address");
  const name = t("fileName", { language: to });
  await noteExport(actor, { name, format: "xlsx", count: texts.length, query: `lang=${to}` });
  const rows = texts.map((text) => [
    bureauKey(text),
    text.name,
    label(text),
    text.source,
    text.before,
    text.present,
    null,
  ]);
  const titles = bureauColumns.map((column) => headers[column]);
  return fileAnswer(toFile("xlsx", name, titles, rows), `${name}.xlsx`, fileTypes.xlsx);
}

/**
 * Takes a file back.
 *
 * @returns the page that says what became of it, behind the locale
 */
export async function answerReturn(body: AsyncIterable<Uint8Array>, type: string): Promise<string> {
  const actor = await currentActor();
  if (!actor) return `/admin/sign-in?next=${encodeURIComponent(returnPath)}`;
  if (!canSomewhere(actor, "translate")) return `${returnPath}?refused=not_allowed`;
  try {
    const received = await receiveList(body, type);
    try {
      return await takeBack(actor, new FormFields(received.fields), received.file);
    } finally {
      await received.remove();
    }
  } catch (error) {
    if (error instanceof BrokenFormError) return `${returnPath}?problem=damaged`;
    if (error instanceof UnreadableFile) return `${returnPath}?problem=${error.problem}`;
    if (isDatabaseLost(error)) return `${returnPath}?refused=database_away`;
    throw error;
  }
}

async function takeBack(
  actor: Actor,
  fields: FormFields,
  file: { path: string; name: string } | null,
): Promise<string> {
  const locale = locales.find((one) => one === fields.get("lang"));
  if (!file || !locale) return `${returnPath}?problem=empty`;
  const read = await readReturned(file.path);
  if (!read) return `${returnPath}?problem=no_table`;
  const done = await takeTranslations(actor, locale, read.returned);
  const formId = fields.get("form");
  const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(formId) ? formId : newId();
  const notes = [...read.notes, ...done.notes].sort((a, b) => a.row - b.row).slice(0, 500);
  await keepReport(actor, id, { ...done, fileName: file.name.slice(0, 200), locale, notes });
  return `${returnPath}?report=${id}`;
}

/** @returns null when no row names the columns */
async function readReturned(path: string): Promise<{ returned: Returned[]; notes: BureauNote[] } | null> {
  const { rows } = await openTable(path);
  const returned: Returned[] = [];
  const notes: BureauNote[] = [];
  let columns: { key: number; text: number } | null = null;
  let looked = 0;
  for await (const { number, cells } of rows) {
    if (!columns) {
      columns = await findBureauColumns(cells);
      if (!columns && ++looked >= headWithin) return null;
      continue;
    }
    const text = String(cells[columns.text] ?? "")
      .replace(/\r\n?/g, "\n")
      .normalize("NFC")
      .trim();
    const key = readBureauKey(String(cells[columns.key] ?? ""));
    if (key) returned.push({ ...key, row: number, text });
    else if (text !== "")
      notes.push({ row: number, problem: "key_unknown", detail: text.slice(0, 80), recordId: null });
  }
  return columns ? { returned, notes } : null;
}
