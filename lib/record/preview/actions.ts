import "server-only";
import { now } from "@/lib/core/dates";
import type { StaffAction } from "@/lib/form/types";
import { done, editorPath, onRecord } from "@/lib/record/locked/mutations";
import { createPreview, withdrawPreviews } from "@/lib/record/preview/mutations";

export { type OpenedPreview, openPreview } from "@/lib/record/preview/mutations";

const create: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "preview", async (tx, head) => {
      const token = await createPreview(tx, actor, head, now());
      return done(`${editorPath(head.id)}?preview=${token}#preview`, "link_made");
    }),
};

const withdraw: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "preview", async (tx, head) => {
      const count = await withdrawPreviews(tx, actor, head, now());
      return done(`${editorPath(head.id)}#preview`, count > 0 ? "link_withdrawn" : "unchanged");
    }),
};

/** Links to drafts, by the name that their forms are sent to. */
export const previewActions: Record<string, StaffAction> = { "create-preview": create, "withdraw-previews": withdraw };
