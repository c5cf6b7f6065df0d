import { type Grant, type Rights, type Role, roles } from "@/lib/auth/types";
import type { Kind } from "@/lib/db/generated/enums";

/** All kinds of records. */
export const everyKind = [
  "region",
  "site",
  "organisation",
  "person",
  "visit",
  "outcome",
  "event",
  "project",
  "place",
  "tie",
  "measure",
  "regime",
  "crossing",
  "opportunity",
  "media",
] as const satisfies readonly Kind[];
export type RecordKind = (typeof everyKind)[number];

const visitKinds: readonly RecordKind[] = ["visit", "outcome", "event", "organisation", "person", "media"];
const promiseKinds: readonly RecordKind[] = ["outcome", "project"];
const siteOnly: readonly RecordKind[] = ["site"];
const visitOnly: readonly RecordKind[] = ["visit"];

type Reach = Partial<Record<Role, readonly RecordKind[]>>;

const readers: Reach = Object.fromEntries(roles.map((role) => [role, everyKind]));
const writers: Reach = {
  editor: everyKind,
  organizer: visitKinds,
  coordinator: promiseKinds,
  park_operator: siteOnly,
  approver: everyKind,
  operator: everyKind,
};

/**
 * Who may do what with which kinds of records: the one table. Where it holds is said by the grant: its region, its site,
 * or everywhere. Shown in words on the page "Rights" of the staff area.
 */
export const recordPermissions = {
  /** see drafts, history and comments */
  read: readers,
  create: {
    editor: everyKind.filter((kind) => kind !== "region"),
    organizer: visitKinds,
    approver: everyKind.filter((kind) => kind !== "region"),
    operator: everyKind,
  },
  /** figures, rows, links, and the words of the record's source language */
  edit: writers,
  /** words in the other languages */
  translate: { ...writers, translator: everyKind },
  /** say that a published fact is still true, with a new date for its review; the fact itself stays */
  confirm: writers,
  submit: { ...writers, translator: everyKind },
  /** put in force, send back, schedule, withdraw */
  publish: { approver: everyKind, operator: everyKind },
  /** a link to the drafts for somebody without an account */
  preview: { editor: everyKind, approver: everyKind, organizer: visitKinds, operator: everyKind },
  /** send out versions of a programme, make secret links to it, print its papers */
  share: { editor: visitOnly, organizer: visitOnly, approver: visitOnly, operator: visitOnly },
  /** enter passport data, and see them on pass lists */
  passport: { organizer: visitOnly, operator: visitOnly },
  /** record how far somebody agreed to be shown */
  consent: { editor: everyKind, organizer: visitKinds, approver: everyKind, operator: everyKind },
} as const satisfies Record<string, Reach>;
export type RecordPermission = keyof typeof recordPermissions;

/** What concerns no single record. */
export const housePermissions = {
  "source.edit": ["editor", "organizer", "coordinator", "approver", "operator"],
  /** take whole lists in, and put them back */
  "register.import": ["editor", "approver", "operator"],
  /** holidays of both countries, for all regions */
  "calendar.edit": ["approver", "operator"],
  "audit.read": ["approver", "operator"],
  "staff.manage": ["operator"],
} as const satisfies Record<string, readonly Role[]>;
export type HousePermission = keyof typeof housePermissions;

/** Roles that may enter only with a second factor. */
export const secondFactorRoles: readonly Role[] = ["approver", "operator"];

/** A session ends when nothing was asked with it for so long, */
export const idleSessionSeconds = 12 * 3600;
/** and at this age in any case. */
export const absoluteSessionSeconds = 7 * 24 * 3600;

/** What rights ask about a record. A shared one has no region: all staff read it, the operator changes it. */
export type Target = { id: string; kind: Kind; regionId: string | null; siteId?: string | null };

/** May they do this with that record? */
export function can(actor: Rights, permission: RecordPermission, target: Target): boolean {
  return actor.grants.some((grant) => reaches(grant, permission, target.kind) && covers(grant, permission, target));
}

/** May they do this at all, wherever it may be? For menus and buttons; the record itself is asked by `can`. */
export function canSomewhere(actor: Rights, permission: RecordPermission, kind?: Kind): boolean {
  return actor.grants.some((grant) =>
    kind ? reaches(grant, permission, kind) : kindsOf(grant.role, permission).length > 0,
  );
}

/**
 * May they do this in that region?
 *
 * @param regionId null: anywhere, which only the operator may; left out: somewhere
 */
export function canInHouse(actor: Rights, permission: HousePermission, regionId?: string | null): boolean {
  const allowed: readonly Role[] = housePermissions[permission];
  return actor.grants.some(
    (grant) =>
      allowed.includes(grant.role) &&
      (regionId === undefined || grant.role === "operator" || (regionId !== null && grant.regionId === regionId)),
  );
}

/** Regions in which they may do this; null: in all. */
export function houseRegionsOf(actor: Rights, permission: HousePermission): string[] | null {
  const allowed: readonly Role[] = housePermissions[permission];
  const own = actor.grants.filter(({ role }) => allowed.includes(role));
  if (own.some(({ role }) => role === "operator")) return null;
  return [...new Set(own.flatMap(({ regionId }) => regionId ?? []))];
}

/** The same fact as `can`, as a condition on rows of `record`. Nobody without grants meets it. */
export function recordScope(actor: Rights, permission: RecordPermission) {
  if (actor.grants.some(({ role }) => role === "operator")) return {};
  type Condition =
    | { regionId: string | null; kind?: { in: RecordKind[] } }
    | { id: string; kind: { in: RecordKind[] } };
  const shared: Condition[] = permission === "read" && actor.grants.length > 0 ? [{ regionId: null }] : [];
  const own = actor.grants.flatMap((grant): Condition[] => {
    const kinds = kindsOf(grant.role, permission);
    if (kinds.length === 0) return [];
    const kind = { in: [...kinds] };
    if (grant.siteId) return [{ id: grant.siteId, kind }];
    return grant.regionId ? [{ regionId: grant.regionId, kind }] : [];
  });
  return { OR: [...shared, ...own] };
}

/** Regions in which they may do this; null: in all. */
export function regionsOf(actor: Rights, permission: RecordPermission): string[] | null {
  if (actor.grants.some(({ role }) => role === "operator")) return null;
  const own = actor.grants.filter((grant) => kindsOf(grant.role, permission).length > 0);
  return [...new Set(own.flatMap(({ regionId }) => regionId ?? []))];
}

export function kindsOf(role: Role, permission: RecordPermission): readonly RecordKind[] {
  const reach: Reach = recordPermissions[permission];
  return reach[role] ?? [];
}

function reaches(grant: Grant, permission: RecordPermission, kind: Kind): boolean {
  return kindsOf(grant.role, permission).some((one) => one === kind);
}

function covers(grant: Grant, permission: RecordPermission, target: Target): boolean {
  if (grant.role === "operator") return true;
  if (grant.siteId) return grant.siteId === target.id;
  if (target.regionId === null) return permission === "read";
  return grant.regionId === target.regionId;
}

/**
 * Does a grant hold where its role can hold? An operator everywhere, a park operator for one site, all others in one
 * region. The database refuses anything else too.
 */
export function isFittingScope({ role, regionId, siteId }: Grant): boolean {
  if (role === "operator") return regionId === null && siteId === null;
  if (role === "park_operator") return regionId === null && siteId !== null;
  return regionId !== null && siteId === null;
}
