import "server-only";
import { can } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/auth/types";
import { BrokenFormError } from "@/lib/core/files/multipart";
import { newId } from "@/lib/core/ids";
import { isDatabaseLost } from "@/lib/db/errors";
import { ConsentLevel, Side } from "@/lib/db/generated/enums";
import { FormFields, type RefusalCode, type StaffAction } from "@/lib/form/types";
import { applyList, dropList, keepList } from "@/lib/programme/party-list/import/mutations";
import { readList } from "@/lib/programme/party-list/import/rules";
import type { RawList } from "@/lib/programme/party-list/import/types";
import { type Ground, grounds } from "@/lib/programme/party-list/types";
import { readVisit } from "@/lib/programme/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { done, onRecord, refuse } from "@/lib/record/locked/mutations";
import { receiveList } from "@/lib/register/batch/receive";
import { openTable } from "@/lib/spreadsheet/child";
import { UnreadableFile } from "@/lib/spreadsheet/types";

function peoplePath(recordId: string): string {
  return `/admin/visits/${recordId}/people`;
}

/** Rows of a file that are looked at: the longest list with its titles. */
const mostRead = 1_000;

/**
 * Takes the list of a delegation in.
 *
 * @returns the page that shows it, or the one that says why not, behind the locale
 */
export async function answerDelegationList(body: AsyncIterable<Uint8Array>, type: string): Promise<string> {
  const actor = await currentActor();
  if (!actor) return `/admin/sign-in?next=${encodeURIComponent("/admin/visits")}`;
  try {
    const received = await receiveList(body, type);
    try {
      return await takeIn(actor, new FormFields(received.fields), received.file);
    } finally {
      await received.remove();
    }
  } catch (error) {
    if (error instanceof BrokenFormError) return "/admin/visits?refused=wrong";
    if (isDatabaseLost(error)) return "/admin/visits?refused=database_away";
    throw error;
  }
}

async function takeIn(actor: Actor, fields: FormFields, file: { path: string; name: string } | null): Promise<string> {
  const recordId = fields.get("record");
  const head = (await readVisit(actor, recordId, "ru"))?.visit;
  if (!head || !mayImport(actor, head)) return "/admin/visits?refused=not_there";
  const list = `${peoplePath(recordId)}/list`;
  if (!file) return `${list}?problem=empty`;
  const side = fields.get("side") === Side.ru ? Side.ru : Side.cn;
  const formId = fields.get("form");
  const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(formId) ? formId : newId();
  try {
    const raw = await readRows(file.path);
    if (!readList(raw)) return `${list}?problem=no_heads`;
    await keepList(actor, head, { id, fileName: file.name, side, raw });
    return `${list}?list=${id}`;
  } catch (error) {
    if (error instanceof UnreadableFile) return `${list}?problem=${error.problem}`;
    throw error;
  }
}

async function readRows(file: string): Promise<RawList> {
  const { rows } = await openTable(file);
  const read: RawList["rows"] = [];
  for await (const row of rows) {
    read.push(row);
    if (read.length >= mostRead) break;
  }
  return { rows: read };
}

/** Those who may change the visit and make records of people and companies there. */
function mayImport(actor: Actor, head: RecordHead): boolean {
  const target = { id: newId(), regionId: head.regionId };
  return (
    can(actor, "edit", head) &&
    can(actor, "create", { ...target, kind: "person" }) &&
    can(actor, "create", { ...target, kind: "organisation" })
  );
}

const apply: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const { fields } = input;
      const listId = fields.get("list");
      const to = `${peoplePath(head.id)}/list?list=${encodeURIComponent(listId)}`;
      if (head.kind !== "visit" || !mayImport(actor, head)) return refuse("/admin/visits", "not_there");
      const level = Object.values(ConsentLevel).find((one) => one === fields.get("level")) ?? ConsentLevel.counted;
      const ground = level === "counted" ? null : readGround(fields);
      if (ground && "refused" in ground) return refuse(to, "issues", ground.refused);
      if (ground && !can(actor, "consent", { id: newId(), kind: "person", regionId: head.regionId }))
        return refuse(to, "not_allowed");
      const wish = { onlyGood: fields.get("onlyGood") === "yes", fill: fields.get("fill") === "yes", level, ground };
      const result = await applyList(tx, actor, head, listId, wish);
      if (result.status === "not_there") return refuse(peoplePath(head.id), "expired");
      if (result.status !== "applied") return refuse(to, "required", { onlyGood: "required" });
      return done(peoplePath(head.id), result.people > 0 ? "created" : "unchanged");
    }),
};

function readGround(fields: FormFields): Ground | { refused: Record<string, RefusalCode> } {
  const basis = grounds.find((one) => one === fields.get("basis"));
  const evidence = fields.get("evidence").slice(0, 600);
  if (basis && evidence !== "") return { basis, evidence };
  return {
    refused: { ...(basis ? {} : { basis: "required" }), ...(evidence === "" ? { evidence: "required" } : {}) },
  };
}

const drop: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (_, head) => {
      const isGone = await dropList(actor, head.id, input.fields.get("list"));
      return done(peoplePath(head.id), isGone ? "discarded" : "unchanged");
    }),
};

export const delegationActions: Record<string, StaffAction> = { "party-list-apply": apply, "party-list-drop": drop };
