import "server-only";
import { canInHouse } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import type { FormInput, Result, SaidCode, StaffAction } from "@/lib/form/types";
import { grantsSchema, scopeSchema } from "@/lib/staff/invitation/schema";
import {
  disablePerson,
  enablePerson,
  endSessionsOf,
  resetSecondFactor,
  saveGrants,
} from "@/lib/staff/people/mutations";

type Outcome = Awaited<ReturnType<typeof saveGrants>>;

const grants: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onPerson(actor, input, "changed", async (id) => {
      const { fields } = input;
      const rows = fields.all("role").flatMap((role, index) => {
        if (role === "") return [];
        const scope = scopeSchema.safeParse(fields.all("scope")[index]);
        return [{ role, ...(scope.success ? scope.data : { regionId: "wrong" }) }];
      });
      const wanted = grantsSchema.safeParse(rows);
      return wanted.success ? saveGrants(actor, id, wanted.data) : "scope_wrong";
    }),
};

const disable: StaffAction = {
  audience: "staff",
  run: (actor, input) => onPerson(actor, input, "changed", (id) => disablePerson(actor, id)),
};

const enable: StaffAction = {
  audience: "staff",
  run: (actor, input) => onPerson(actor, input, "changed", (id) => enablePerson(actor, id)),
};

const endSessions: StaffAction = {
  audience: "staff",
  run: (actor, input) => onPerson(actor, input, "sessions_ended", (id) => endSessionsOf(actor, id)),
};

const endSecondFactor: StaffAction = {
  audience: "staff",
  run: (actor, input) => onPerson(actor, input, "second_factor_off", (id) => resetSecondFactor(actor, id)),
};

export const peopleActions: Record<string, StaffAction> = {
  "person-grants": grants,
  "person-disable": disable,
  "person-enable": enable,
  "person-sessions-end": endSessions,
  "person-second-factor-end": endSecondFactor,
};

async function onPerson(
  actor: Actor,
  { fields }: FormInput,
  said: SaidCode,
  act: (id: string) => Promise<Outcome | "scope_wrong">,
): Promise<Result> {
  const id = fields.get("person");
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  // Refused and absent look alike.
  if (!isId || !canInHouse(actor, "staff.manage")) return { ok: false, to: "/admin", code: "not_there" };
  const to = `/admin/staff/${id}`;
  const refusal = await act(id);
  if (refusal === "unchanged") return { ok: true, to, said: "unchanged" };
  if (refusal) return { ok: false, to, code: refusal };
  return { ok: true, to, said };
}
