import "server-only";
import type { RecordPermission } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { expireTags } from "@/lib/core/cache-state";
import { db } from "@/lib/db/client";
import { isDatabaseLost, refusedBy } from "@/lib/db/errors";
import type { Tx } from "@/lib/db/table";
import type { FormInput, RefusalCode, Result, SaidCode } from "@/lib/form/types";
import { readHead } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { lockRecord } from "@/lib/record/draft/mutations";

/** How an action on a record ended, and what it made untrue. */
export type Done = { result: Result; tags?: string[] };

export function editorPath(recordId: string): string {
  return `/admin/records/${recordId}`;
}

export function done(to: string, said: SaidCode): Done {
  return { result: { ok: true, to, said } };
}

export function refuse(to: string, code: RefusalCode, fields?: Record<string, RefusalCode>): Done {
  return { result: { ok: false, to, code, ...(fields ? { fields } : {}) } };
}

/**
 * Runs in one transaction that holds the record's lock. What the transaction wrote is seen by the very next reader of this
 * process: its tags expire here, after the commit.
 */
export function onRecord(
  actor: Actor,
  { fields }: FormInput,
  permission: RecordPermission,
  run: (tx: Tx, head: RecordHead) => Promise<Done>,
): Promise<Result> {
  return onRecordById(actor, fields.get("record"), permission, run);
}

/** The same for a record that the form names in another way. */
export async function onRecordById(
  actor: Actor,
  recordId: string,
  permission: RecordPermission,
  run: (tx: Tx, head: RecordHead) => Promise<Done>,
): Promise<Result> {
  if (!/^[0-9a-f-]{36}$/.test(recordId)) return { ok: false, to: "/admin/records", code: "not_there" };
  try {
    const { result, tags } = await db().$transaction(
      async (tx): Promise<Done> => {
        const head = await lockRecord(tx, actor, permission, recordId);
        return head ? run(tx, head) : refuse("/admin/records", "not_there");
      },
      { timeout: 20_000, maxWait: 5_000 },
    );
    if (tags) expireTags(tags);
    return result;
  } catch (error) {
    if (isDatabaseLost(error)) return { ok: false, to: editorPath(recordId), code: "database_away" };
    const rule = refusedBy(error);
    // The database holds rules that no form knows of, such as a room that is taken.
    if (rule && (await readHead(db(), recordId))) {
      return { ok: false, to: editorPath(recordId), code: "refused_by_rule", detail: { rule } };
    }
    throw error;
  }
}
