import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { resultSchema } from "@/lib/form/schema";
import type { Tried } from "@/lib/form/types";

/**
 * What this member of staff sent and was refused.
 *
 * @param id of the submission, from the query of the page
 * @returns  null for the forms of others, for those that were accepted and those that are gone
 */
export async function readTry(actor: Pick<Actor, "id">, id: string | undefined): Promise<Tried | null> {
  if (!id || !/^[0-9a-f-]{36}$/.test(id)) return null;
  const row = await db().submission.findFirst({
    where: { id, staffId: actor.id },
    select: { fields: true, result: true },
  });
  const result = row ? resultSchema.safeParse(row.result) : null;
  if (!row || !result?.success || result.data.ok) return null;
  return { fields: z.array(z.tuple([z.string(), z.string()])).parse(row.fields), result: result.data };
}
