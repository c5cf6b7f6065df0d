import "server-only";
import { can } from "@/lib/auth/rules";
import { isDatabaseLost, refusedBy } from "@/lib/db/errors";
import type { StaffAction } from "@/lib/form/types";
import { createRecord } from "@/lib/record/mutations";
import { readNewRecord } from "@/lib/record/schema";

/** Begins a record and leads to its editor. */
const createRecordAction: StaffAction = {
  audience: "staff",
  run: async (actor, { fields, formId }) => {
    const read = readNewRecord(fields);
    const to = "/admin/records/new";
    if ("refused" in read) return { ok: false, to, code: "issues", fields: read.refused };
    const { input } = read;
    if (!can(actor, "create", { id: formId, kind: input.kind, regionId: input.regionId })) {
      return { ok: false, to, code: "not_allowed", fields: { region: "not_allowed" } };
    }
    try {
      const { status } = await createRecord(actor, formId, input);
      if (status === "slug_taken") return { ok: false, to, code: "issues", fields: { slug: "taken" } };
      return { ok: true, to: `/admin/records/${formId}`, said: "created" };
    } catch (error) {
      if (isDatabaseLost(error)) return { ok: false, to, code: "database_away" };
      // a region that does not exist
      if (refusedBy(error)) return { ok: false, to, code: "issues", fields: { region: "wrong" } };
      throw error;
    }
  },
};

export const recordActions: Record<string, StaffAction> = { "create-record": createRecordAction };
