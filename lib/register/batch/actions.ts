import "server-only";
import { canInHouse } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/auth/types";
import { expireTags } from "@/lib/core/cache-state";
import { BrokenFormError } from "@/lib/core/files/multipart";
import { newId } from "@/lib/core/ids";
import { log } from "@/lib/core/log";
import { isDatabaseLost } from "@/lib/db/errors";
import { FormFields, type FormInput, type Result, type StaffAction } from "@/lib/form/types";
import { locales } from "@/lib/i18n/locales";
import type { ApplyResult } from "@/lib/register/apply/mutations";
import { discardBatch, noteWork } from "@/lib/register/batch/mutations";
import { receiveList } from "@/lib/register/batch/receive";
import { readMappingForm } from "@/lib/register/batch/schema";
import { getBatch } from "@/lib/register/batch/staff-queries";
import { workInChild } from "@/lib/register/task/child";
import { registerKinds } from "@/lib/register/types";
import { createSource } from "@/lib/source/editor/mutations";

const listPath = "/admin/import";

/**
 * Takes a file in.
 *
 * @returns the page that shows it, or the one that says why not, behind the locale
 */
export async function answerUpload(body: AsyncIterable<Uint8Array>, type: string): Promise<string> {
  const actor = await currentActor();
  if (!actor) return `/admin/sign-in?next=${encodeURIComponent(listPath)}`;
  if (!canInHouse(actor, "register.import")) return `${listPath}?problem=not_allowed`;
  try {
    const received = await receiveList(body, type);
    try {
      return await takeIn(actor, new FormFields(received.fields), received.file);
    } finally {
      await received.remove();
    }
  } catch (error) {
    if (error instanceof BrokenFormError) return `${listPath}?problem=damaged`;
    throw error;
  }
}

async function takeIn(actor: Actor, fields: FormFields, file: { path: string; name: string } | null): Promise<string> {
  const kind = registerKinds.find((one) => one === fields.get("kind"));
  const locale = locales.find((one) => one === fields.get("language"));
  const regionId = fields.get("region");
  const wish = `kind=${kind ?? ""}&language=${locale ?? ""}`;
  if (!kind || !locale || !canInHouse(actor, "register.import", regionId || null))
    return `${listPath}?problem=not_allowed`;
  if (!file) return `${listPath}?problem=empty&${wish}`;
  const formId = fields.get("form");
  const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(formId) ? formId : newId();
  try {
    const upload = { id, file: file.path, fileName: file.name, kind, regionId, locale };
    const result = await workInChild(actor, { work: "take", upload });
    return result.status === "taken" ? `${listPath}/${id}` : `${listPath}?problem=${result.problem}&${wish}`;
  } catch (error) {
    if (isDatabaseLost(error)) return `${listPath}?refused=database_away`;
    throw error;
  }
}

function batchPath(id: string): string {
  return `${listPath}/${id}`;
}

/** Longer work goes on after the answer; its page says so and looks again by itself. */
const waitedForMs = 4_000;

/**
 * Does work that may take longer than anybody waits for an answer.
 *
 * @returns null when it goes on
 */
async function withPatience<T>(
  id: string,
  name: "check" | "apply" | "undo",
  work: () => Promise<T>,
): Promise<T | null> {
  await noteWork(id, name, null);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), waitedForMs);
  });
  const done = work();
  void done.catch(async (error: unknown) => {
    const reason = error instanceof Error ? error.message.split("\n").at(-1) : "unknown";
    log.error({ reason, batch: id }, "work on a list ended without effect");
    await noteWork(id, null, "failed").catch(() => {});
  });
  try {
    return await Promise.race([done, patience]);
  } finally {
    clearTimeout(timer);
  }
}

/** What the columns mean, where the figures come from; then the comparison with the database. */
const map: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onBatch(actor, input, async (id) => {
      const batch = await getBatch(actor, id);
      if (!batch) return { ok: false, to: listPath, code: "not_there" };
      const read = readMappingForm(batch, input.fields);
      if ("refused" in read) return { ok: false, to: batchPath(id), code: "issues", fields: read.refused };
      const { said, newSource } = read;
      if (newSource) {
        // The number of the form: sent twice it makes one source.
        const texts = { ...newSource, url: "", supports: batch.fileName, region: batch.regionId, archivedUrl: "" };
        await createSource(actor, input.formId, texts);
        said.settings.sourceId = input.formId;
      }
      const result = await withPatience(id, "check", () => workInChild(actor, { work: "check", id, said }));
      if (result && result.status !== "checked") return { ok: false, to: batchPath(id), code: "not_there" };
      return { ok: true, to: batchPath(id), ...(result ? { said: "compared" } : {}) };
    }),
};

const apply: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onBatch(actor, input, async (id) => {
      const { fields } = input;
      const said = { onlyGood: fields.get("onlyGood") === "yes", isConfirmed: fields.get("confirmed") === "yes" };
      const result = await withPatience(id, "apply", async () => {
        const done = await workInChild(actor, { work: "apply", id, said });
        if (done.status === "applied") expireTags(done.tags);
        return done;
      });
      return result ? afterApply(batchPath(id), result) : { ok: true, to: batchPath(id) };
    }),
};

function afterApply(to: string, result: ApplyResult): Result {
  switch (result.status) {
    case "applied":
      return { ok: true, to, said: result.isInForce ? "imported" : "imported_drafts" };
    case "has_errors":
      return { ok: false, to, code: "required", fields: { onlyGood: "required" } };
    case "unconfirmed":
      return { ok: false, to, code: "required", fields: { confirmed: "required" } };
    case "stale":
      return { ok: false, to, code: "conflict" };
    case "refused":
      return { ok: false, to, code: "refused_by_rule", detail: { rule: result.rule } };
    case "not_there":
      return { ok: false, to: listPath, code: "not_there" };
    default:
      return { ok: true, to, said: "unchanged" };
  }
}

const undo: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onBatch(actor, input, async (id) => {
      const result = await withPatience(id, "undo", async () => {
        const done = await workInChild(actor, { work: "undo", id });
        if (done.status === "undone") expireTags(done.tags);
        return done;
      });
      if (!result) return { ok: true, to: batchPath(id) };
      if (result.status !== "undone") return { ok: false, to: batchPath(id), code: "not_allowed" };
      return { ok: true, to: batchPath(id), said: "import_undone" };
    }),
};

const discard: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onBatch(actor, input, async (id) => {
      const status = await discardBatch(actor, id);
      if (status === "not_there") return { ok: false, to: batchPath(id), code: "not_there" };
      return { ok: true, to: listPath, said: "discarded" };
    }),
};

async function onBatch(actor: Actor, { fields }: FormInput, run: (id: string) => Promise<Result>): Promise<Result> {
  const id = fields.get("batch");
  if (!/^[0-9a-f-]{36}$/.test(id)) return { ok: false, to: listPath, code: "not_there" };
  if (!(await getBatch(actor, id))) return { ok: false, to: listPath, code: "not_there" };
  try {
    return await run(id);
  } catch (error) {
    if (isDatabaseLost(error)) return { ok: false, to: batchPath(id), code: "database_away" };
    throw error;
  }
}

/** Actions on a list by the name that their forms are sent to. */
export const registerActions: Record<string, StaffAction> = {
  "import-map": map,
  "import-apply": apply,
  "import-undo": undo,
  "import-discard": discard,
};
