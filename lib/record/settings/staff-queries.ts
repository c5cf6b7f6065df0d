import "server-only";
import { can } from "@/lib/auth/rules";
import type { Tx } from "@/lib/db/table";
import type { RecordHead } from "@/lib/record/document/types";
import type { SettingsView } from "@/lib/record/settings/types";

/** Who keeps a record true, who else could, and until when it is public. */
export async function readSettings(tx: Tx, head: RecordHead): Promise<SettingsView> {
  const [row, staff] = await Promise.all([
    tx.record.findUniqueOrThrow({
      where: { id: head.id },
      select: { expiresAt: true, owner: { select: { id: true, name: true } } },
    }),
    tx.staff.findMany({
      where: {
        disabledAt: null,
        grants: { some: { OR: [{ role: "operator" }, { regionId: head.regionId }, { siteId: head.id }] } },
      },
      orderBy: { name: "asc" },
      take: 200,
      select: { id: true, name: true, grants: { select: { role: true, regionId: true, siteId: true } } },
    }),
  ]);
  return {
    owner: row.owner,
    candidates: staff.filter((one) => can(one, "confirm", head)).map(({ id, name }) => ({ id, name })),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
