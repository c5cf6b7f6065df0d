import "server-only";
import { can } from "@/lib/auth/rules";
import { now } from "@/lib/core/dates";
import { OutcomeStage } from "@/lib/db/generated/enums";
import type { FormInput, RefusalCode, StaffAction } from "@/lib/form/types";
import { beginOutcome, readLacks, saveOutcome, stepId } from "@/lib/programme/ledger/mutations";
import type { Step } from "@/lib/programme/ledger/rules";
import type { Lack } from "@/lib/programme/ledger/types";
import { readVisit } from "@/lib/programme/staff-queries";
import { submitDrafts } from "@/lib/record/draft/mutations";
import { allParts } from "@/lib/record/draft/rules";
import { addressIn } from "@/lib/record/editor/schema";
import { done, onRecord, refuse } from "@/lib/record/locked/mutations";
import { publish } from "@/lib/record/publication/mutations";
import { longestName } from "@/lib/translation/fields";

/** Where the register stands: that of one visit, or of all. Nothing else is taken from a form as an address. */
function ledgerPath({ fields }: FormInput): string {
  const visit = fields.get("visit");
  return /^[0-9a-f-]{36}$/.test(visit) ? `/admin/visits/${visit}/outcomes` : "/admin/outcomes";
}

const lackFields: Record<Lack, string> = {
  owner_ru: "owner_ru",
  owner_cn: "owner_cn",
  next_step: "next_step",
  due: "due",
};

/**
 * The form of one promise. "Draft" keeps what is there; "force" asks for two owners, a next step and a date, or for the word
 * of both sides that nothing follows, and puts it in force, or before an approver.
 */
const save: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const { fields } = input;
      const list = ledgerPath(input);
      if (head.kind !== "outcome") return refuse("/admin/outcomes", "not_there");
      const to = `${list}?outcome=${head.id}#outcome`;
      const step = readStep(input);
      if (step === "wrong") return refuse(to, "issues", { stage: "required" });
      const status = await saveOutcome(tx, actor, head, fields, step);
      if (status === "conflict") return refuse(to, "conflict");
      if (fields.get("intent") !== "force")
        return done(`${list}#outcome-${head.id}`, status === "saved" ? "saved" : "unchanged");
      const lacks = await readLacks(tx, head);
      if (lacks.length > 0) {
        const named = Object.fromEntries(lacks.map((lack): [string, RefusalCode] => [lackFields[lack], "required"]));
        return refuse(to, "issues", named);
      }
      if (!can(actor, "publish", head)) {
        await submitDrafts(tx, actor, head, [...allParts], { isMinor: false, reason: null });
        return done(`${list}#outcome-${head.id}`, "submitted");
      }
      const result = await publish(tx, actor, head, allParts, { now: now() });
      if (result.status === "issues") return refuse(`/admin/records/${head.id}#checks`, "not_ready");
      if (result.status === "nothing") return done(`${list}#outcome-${head.id}`, "unchanged");
      return { ...done(`${list}#outcome-${head.id}`, "published"), tags: result.tags };
    }),
};

/** A step of the ladder, where the form takes one; a way back or out, launching and keeping need a reason or a source. */
function readStep({ fields, formId }: FormInput): Step | null | "wrong" {
  const toStage = fields.get("step.stage");
  if (toStage === "") return null;
  const known = Object.values(OutcomeStage).some((stage) => stage === toStage);
  const step: Step = {
    id: stepId(formId),
    toStage,
    happenedOn: fields.get("step.on"),
    reason: fields.get("step.reason"),
    sourceId: addressIn(fields.get("step.source")),
    assetId: addressIn(fields.get("step.document")),
  };
  const isProven = step.reason !== "" || step.sourceId !== "" || step.assetId !== "";
  const needsProof = ["launched", "kept", "discontinued"].includes(toStage);
  if (!known || (needsProof && !isProven) || (toStage === "discontinued" && step.reason === "")) return "wrong";
  return step;
}

/** A new entry: what was agreed, of which visit. Its form opens. */
const begin: StaffAction = {
  audience: "staff",
  run: async (actor, input) => {
    const { fields, formId } = input;
    const list = ledgerPath(input);
    const name = fields.get("name").normalize("NFC").replace(/\s+/g, " ");
    if (name === "") return { ok: false, to: list, code: "required", fields: { name: "required" } };
    if (name.length > longestName) return { ok: false, to: list, code: "too_long", fields: { name: "too_long" } };
    const visit = (await readVisit(actor, fields.get("visit"), input.locale))?.visit;
    if (!visit) return { ok: false, to: "/admin/visits", code: "not_there" };
    if (!can(actor, "create", { id: formId, kind: "outcome", regionId: visit.regionId }))
      return { ok: false, to: list, code: "not_allowed" };
    await beginOutcome(actor, formId, visit, name);
    return { ok: true, to: `${list}?outcome=${formId}#outcome`, said: "created" };
  },
};

export const ledgerActions: Record<string, StaffAction> = { "save-outcome": save, "new-outcome": begin };
