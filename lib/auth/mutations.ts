import "server-only";
import { db } from "@/lib/db/client";

/** Something was asked with this session just now. */
export async function touchSession(id: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id }, data: { updatedAt: now } });
}
