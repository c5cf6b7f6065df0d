import type { Actor, Grant } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/table";

/** A member of staff with these grants, in the database and signed in. Tests are the one place that mints an actor by hand. */
export async function makeActor(tx: Tx, name: string, ...grants: Partial<Grant>[]): Promise<Actor> {
  const id = newId();
  const whole = grants.map(({ role = "editor", regionId = null, siteId = null }) => ({ role, regionId, siteId }));
  await tx.staff.create({
    data: {
      id,
      name,
      email: `${id}@example.org`,
      grants: { create: whole.map((grant) => ({ id: newId(), ...grant })) },
    },
  });
  return {
    id,
    name,
    email: `${id}@example.org`,
    locale: "ru",
    grants: whole,
    sessionId: newId(),
    hasSecondFactor: true,
    mustSetUpSecondFactor: false,
    ipAddress: "192.0.2.1",
  } as unknown as Actor;
}

/** Id of a record of the facts. */
export async function recordId(
  tx: Tx,
  kind: "region" | "site" | "visit" | "organisation",
  slug: string,
): Promise<string> {
  const { id } = await tx.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } }, select: { id: true } });
  return id;
}
