import "server-only";
import { expireTags } from "@/lib/core/cache-state";
import { isDatabaseLost } from "@/lib/db/errors";
import type { StaffAction } from "@/lib/form/types";
import { deleteMedia } from "@/lib/media/mutations";

/** Removes a file; one that is shown somewhere only with a tick that says so. */
const deleteAction: StaffAction = {
  audience: "staff",
  run: async (actor, { fields }) => {
    const id = fields.get("asset");
    if (!/^[0-9a-f-]{36}$/.test(id)) return { ok: false, to: "/admin/media", code: "not_there" };
    const to = `/admin/media/${id}`;
    try {
      const result = await deleteMedia(actor, id, fields.get("places") === "yes");
      switch (result.status) {
        case "deleted":
          expireTags([...result.tags]);
          return { ok: true, to: "/admin/media", said: "deleted" };
        case "absent":
          return { ok: false, to: "/admin/media", code: "not_there" };
        default:
          return { ok: false, to: `${to}#remove`, code: "in_use", fields: { places: "in_use" } };
      }
    } catch (error) {
      if (isDatabaseLost(error)) return { ok: false, to, code: "database_away" };
      throw error;
    }
  },
};

export const mediaActions: Record<string, StaffAction> = { "delete-media": deleteAction };
