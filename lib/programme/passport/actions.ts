import "server-only";
import { createTranslator } from "next-intl";
import { can } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import { formatDay, today } from "@/lib/core/dates";
import { fileAnswer } from "@/lib/core/download";
import type { FormInput, RefusalCode, Result, StaffAction } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { deletePassData, keepPassData, listPassData, savePassData } from "@/lib/programme/passport/mutations";
import { passTyped, readPassData } from "@/lib/programme/passport/schema";
import type { PassLine } from "@/lib/programme/passport/staff-queries";
import { type PassField, passInputs } from "@/lib/programme/passport/types";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { listAt } from "@/lib/publishing/sheet";
import { done, onRecord, refuse } from "@/lib/record/locked/mutations";
import { fileTypes, type OutCell, toWorkbook } from "@/lib/spreadsheet/write";
import { pick } from "@/lib/translation/rules";

function pagePath(recordId: string): string {
  return `/admin/visits/${recordId}/people/passports`;
}

/** Passport data of one participant. What was typed is written down nowhere but encrypted, and shown again by no page. */
const save: StaffAction = {
  audience: "staff",
  secrets: Object.values(passInputs),
  run: (actor, input) =>
    onVisit(input, (to) =>
      onRecord(actor, input, "passport", async (tx, head) => {
        const participantId = input.fields.get("participant");
        const { shared } = await readWorkingDocument(tx, head);
        if (head.kind !== "visit" || !listAt(shared, "rows.participants").includes(participantId))
          return refuse(to, "not_there");
        const read = readPassData(passTyped(input.fields));
        if (!read) return refuse(to, "required", { [passInputs.documentNumber]: "required" });
        if ("refused" in read) return refuse(to, "issues", toInputs(read.refused));
        await savePassData(tx, actor, head, shared, [{ participantId, data: read.data }], today(head.zone));
        return done(to, "saved");
      }),
    ),
};

const remove: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onVisit(input, (to) =>
      onRecord(actor, input, "passport", async (tx, head) => {
        if (head.kind !== "visit") return refuse(to, "not_there");
        const count = await deletePassData(tx, actor, head, input.fields.get("participant") || null);
        return done(to, count > 0 ? "deleted" : "unchanged");
      }),
    ),
};

const keep: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onVisit(input, (to) =>
      onRecord(actor, input, "passport", async (tx, head) => {
        if (head.kind !== "visit") return refuse(to, "not_there");
        const { shared } = await readWorkingDocument(tx, head);
        const count = await keepPassData(tx, actor, head, shared, today(head.zone));
        return done(to, count > 0 ? "saved" : "unchanged");
      }),
    ),
};

function onVisit({ fields }: FormInput, run: (to: string) => Promise<Result>): Promise<Result> {
  return run(pagePath(fields.get("record")));
}

function toInputs(refused: Partial<Record<PassField, RefusalCode>>): Record<string, RefusalCode> {
  return Object.fromEntries(Object.entries(refused).map(([field, code]) => [passInputs[field as PassField], code]));
}

export const passportActions: Record<string, StaffAction> = {
  "passport-save": save,
  "passport-delete": remove,
  "passport-keep": keep,
};

/**
 * The list for the gate of a plant, as XLSX.
 *
 * @param stopId a stop that asks for passes; "" for all of them
 * @returns      null for those who may not have it, and where there is no such stop
 */
export async function answerPassList(recordId: string, stopId: string, locale: Locale): Promise<Response | null> {
  const actor = await currentActor();
  if (!actor || !/^[0-9a-f-]{36}$/.test(recordId)) return null;
  const list = await listPassData(actor, recordId, stopId, (head) => can(actor, "passport", head));
  if (!list) return null;
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: "party" });
  const stop = list.stop ? (pick(list.stop.title, locale)?.text ?? "") : "";
  const title = [t("passList.name"), pick(list.visit, locale)?.text ?? "", stop, list.stop?.day ?? ""];
  const heads = (
    ["number", "name", "document", "citizenship", "birth", "validTo", "names", "organisation", "role", "note"] as const
  ).map((one) => t(`passList.column.${one}`));
  const missing = t("passList.missing");
  const text = (value: string | undefined) => value || missing;
  const rows = list.lines.map((line, index): OutCell[] => [
    index + 1,
    text(line.data?.nameAsInDocument),
    text(line.data?.documentNumber),
    text(line.data?.citizenship),
    text(line.data?.birthDate),
    line.data?.validTo ?? "",
    namesOf(line),
    pick(line.organisation, locale)?.text ?? "",
    pick(line.role, locale)?.text ?? pick(line.position, locale)?.text ?? "",
    line.isExpiring ? t("passList.expires") : "",
  ]);
  const bytes = await toWorkbook([
    {
      name: t("passList.name"),
      widths: [5, 32, 18, 16, 13, 13, 40, 36, 30, 24],
      rows: [heads, ...rows],
    },
  ]);
  const name = title.filter(Boolean).join(", ").slice(0, 140);
  const answer = fileAnswer(new Uint8Array(bytes), `${name} ${formatDay(today())}.xlsx`, fileTypes.xlsx);
  answer.headers.set("cache-control", "no-store");
  return answer;
}

function namesOf({ name }: PassLine): string {
  return [name.zh, name.ru, name.en].filter(Boolean).join(" / ");
}
