import "server-only";
import type { Actor } from "@/lib/auth/types";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { issueCodes } from "@/lib/publishing/types";
import { columnName } from "@/lib/register/batch/labels";
import { getBatch, streamFaults } from "@/lib/register/batch/staff-queries";
import { fieldOf } from "@/lib/register/fields";
import { makeSay } from "@/lib/register/say";
import type { Notice, RegisterKind } from "@/lib/register/types";
import { labelOf } from "@/lib/register/words";
import type { OutCell } from "@/lib/spreadsheet/write";

type Faults = { fileName: string; headers: string[]; rows: AsyncIterable<OutCell[]> };

/** @returns null where there is no such list for this actor */
export async function listFaults(actor: Actor, id: string, locale: Locale): Promise<Faults | null> {
  const batch = await getBatch(actor, id);
  if (!batch) return null;
  const messages = await loadMessages(locale);
  const say = makeSay(messages, locale);
  const { headers, fileName, kind } = batch;
  const tell = (row: number, notice: Notice) => {
    const field = notice.field ? fieldOf(kind as RegisterKind, notice.field) : undefined;
    const values = {
      stood: notice.stood ?? "",
      understood: notice.understood ?? "",
      field: field ? labelOf(messages, field) : "",
    };
    const isIssue = issueCodes.some((code) => code === notice.code);
    const text = isIssue
      ? say(`record.issue.${notice.code}`, { detail: values.stood })
      : say(`import.notice.${notice.code}`, values);
    return notice.column === null
      ? text
      : say("import.check.cell", { cell: `${columnName(notice.column)}${row}`, text });
  };
  async function* rows(): AsyncGenerator<OutCell[]> {
    for await (const { number, cells, notices } of streamFaults(id)) {
      const faults = notices.filter(({ level }) => level === "error").map((notice) => tell(number, notice));
      yield [...headers.map((_, column) => cells[column] ?? null), number, faults.join("\n")];
    }
  }
  return { fileName: fileName.replace(/\.[a-z]{3,4}$/i, ""), headers, rows: rows() };
}
