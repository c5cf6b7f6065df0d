import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";

/** Who took what out, before it leaves. */
export async function noteExport(
  actor: Actor,
  { name, format, count, query }: { name: string; format: string; count: number; query: string },
): Promise<void> {
  await writeAudit(db(), actor, {
    action: "register.export",
    subject: { regionId: null, label: name },
    detail: { format, count, ...(query ? { query: query.slice(0, 300) } : {}) },
  });
}
