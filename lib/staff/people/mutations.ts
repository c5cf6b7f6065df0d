import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor, Grant } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { lockStaff, scopesExist } from "@/lib/staff/invitation/mutations";

export type PeopleRefusal = "not_there" | "last_operator";

/** Puts other roles in the place of those that somebody has. */
export async function saveGrants(
  actor: Actor,
  staffId: string,
  grants: Grant[],
): Promise<PeopleRefusal | "unchanged" | null> {
  return onPerson(staffId, async (tx, label) => {
    if (!(await scopesExist(tx, grants))) return "not_there";
    const before = await tx.roleGrant.findMany({
      where: { staffId },
      select: { role: true, regionId: true, siteId: true },
      orderBy: { createdAt: "asc" },
    });
    const wanted = grants.filter((grant, index) => grants.findIndex((one) => isSame(one, grant)) === index);
    if (wanted.length === before.length && wanted.every((grant) => before.some((one) => isSame(one, grant)))) {
      return "unchanged";
    }
    await tx.roleGrant.deleteMany({ where: { staffId } });
    await tx.roleGrant.createMany({ data: wanted.map((grant) => ({ ...grant, id: newId(), staffId })) });
    await writeAudit(tx, actor, { action: "staff.grants", detail: { staffId, label, before, after: wanted } });
    return null;
  });
}

/** Who is disabled is out at once. */
export async function disablePerson(actor: Actor, staffId: string): Promise<PeopleRefusal | null> {
  return onPerson(staffId, async (tx, label) => {
    await tx.staff.update({ where: { id: staffId }, data: { disabledAt: new Date() }, select: { id: true } });
    await tx.session.deleteMany({ where: { staffId } });
    await writeAudit(tx, actor, { action: "staff.disable", detail: { staffId, label } });
    return null;
  });
}

export async function enablePerson(actor: Actor, staffId: string): Promise<PeopleRefusal | null> {
  return onPerson(staffId, async (tx, label) => {
    await tx.staff.update({ where: { id: staffId }, data: { disabledAt: null }, select: { id: true } });
    await writeAudit(tx, actor, { action: "staff.enable", detail: { staffId, label } });
    return null;
  });
}

export async function endSessionsOf(actor: Actor, staffId: string): Promise<PeopleRefusal | null> {
  return onPerson(staffId, async (tx, label) => {
    const { count } = await tx.session.deleteMany({ where: { staffId, NOT: { id: actor.sessionId } } });
    await writeAudit(tx, actor, { action: "staff.sessions.end", detail: { staffId, label, count } });
    return null;
  });
}

/** For whom lost phone and recovery codes: signs in by password, and sets the second factor up where a role demands it. */
export async function resetSecondFactor(actor: Actor, staffId: string): Promise<PeopleRefusal | null> {
  return onPerson(staffId, async (tx, label) => {
    await tx.twoFactor.deleteMany({ where: { staffId } });
    await tx.staff.update({ where: { id: staffId }, data: { twoFactorEnabled: false }, select: { id: true } });
    await tx.session.deleteMany({ where: { staffId } });
    await writeAudit(tx, actor, { action: "second-factor.off", detail: { staffId, label } });
    return null;
  });
}

type Step<Refusal> = (tx: Tx, label: string) => Promise<Refusal | null>;

/** Changes somebody; undone when no operator who can sign in would be left. */
async function onPerson<Refusal>(staffId: string, step: Step<Refusal>): Promise<Refusal | PeopleRefusal | null> {
  return db()
    .$transaction(async (tx) => {
      await lockStaff(tx);
      const person = await tx.staff.findUnique({ where: { id: staffId }, select: { name: true } });
      if (!person) return "not_there" as const;
      const refusal = await step(tx, person.name);
      const operators = await tx.roleGrant.count({ where: { role: "operator", staff: { disabledAt: null } } });
      if (refusal === null && operators === 0) throw new LastOperatorError();
      return refusal;
    })
    .catch((error: unknown) => {
      if (error instanceof LastOperatorError) return "last_operator" as const;
      throw error;
    });
}

class LastOperatorError extends Error {}

function isSame(a: Grant, b: Grant): boolean {
  return a.role === b.role && a.regionId === b.regionId && a.siteId === b.siteId;
}
