import "server-only";
import { canInHouse, canSomewhere } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import { fileAnswer } from "@/lib/core/download";
import type { Locale } from "@/lib/i18n/locales";
import { listFilterSchema } from "@/lib/record/list/schema";
import { noteExport } from "@/lib/register/export/mutations";
import { type ExportTable, openExport, openSourceExport } from "@/lib/register/export/staff-queries";
import { registerKinds } from "@/lib/register/types";
import { fileTypes, toFile } from "@/lib/spreadsheet/write";

/** Records by the filter of their list, as a file; null for nobody who may see any. */
export async function exportRecords(query: URLSearchParams, locale: Locale): Promise<Response | null> {
  const actor = await currentActor();
  if (!actor || !canSomewhere(actor, "read")) return null;
  const filter = listFilterSchema.parse(Object.fromEntries(query));
  const recordId = query.get("record");
  const list = registerKinds.find((one) => one === query.get("list")) ?? null;
  const isId = recordId !== null && /^[0-9a-f-]{36}$/.test(recordId);
  const table = await openExport(actor, { filter, recordId: isId ? recordId : null, list, locale });
  if (isId && table.count === 0) return null;
  return answer(table, query, (details) => noteExport(actor, details));
}

export async function exportSources(query: URLSearchParams, locale: Locale): Promise<Response | null> {
  const actor = await currentActor();
  if (!actor || !canInHouse(actor, "source.edit")) return null;
  return answer(await openSourceExport(locale), query, (details) => noteExport(actor, details));
}

type Details = Parameters<typeof noteExport>[1];

async function answer(
  { name, headers, rows, count }: ExportTable,
  query: URLSearchParams,
  note: (details: Details) => Promise<void>,
): Promise<Response> {
  const format = query.get("as") === "csv" ? "csv" : "xlsx";
  await note({ name, format, count, query: query.toString() });
  return fileAnswer(toFile(format, name, headers, rows), `${name}.${format}`, fileTypes[format]);
}
