import "server-only";
import { now } from "@/lib/core/dates";
import { parseLocalTime } from "@/lib/core/zones";
import type { StaffAction } from "@/lib/form/types";
import { done, editorPath, onRecord, refuse } from "@/lib/record/locked/mutations";
import { saveSettings } from "@/lib/record/settings/mutations";

const settings: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "publish", async (tx, head) => {
      const { fields } = input;
      const to = `${editorPath(head.id)}#settings`;
      const owner = fields.get("owner");
      if (owner !== "" && !/^[0-9a-f-]{36}$/.test(owner)) return refuse(to, "wrong", { owner: "wrong" });
      const text = fields.get("expiresAt");
      const expiresAt = text === "" ? null : parseLocalTime(text, head.zone);
      if (text !== "" && (!expiresAt || expiresAt <= now())) return refuse(to, "wrong", { expiresAt: "wrong" });
      const status = await saveSettings(tx, actor, head, { ownerId: owner || null, expiresAt });
      if (status === "owner_wrong") return refuse(to, "wrong", { owner: "wrong" });
      return done(to, status);
    }),
};

export const settingsActions: Record<string, StaffAction> = { "record-settings": settings };
