import type { Role } from "@/lib/auth/types";
import type { Locale } from "@/lib/i18n/locales";

/** What the log tells. A new action gets its sentence in messages/…/audit.json. */
export const auditActions = [
  "record.create",
  "draft.save",
  "draft.machine",
  "draft.check",
  "draft.discard",
  "draft.submit",
  "draft.return",
  "draft.comment",
  "draft.restore",
  "record.publish",
  "record.schedule",
  "record.unschedule",
  "record.withdraw",
  "record.republish",
  "record.settings",
  "fact.confirm",
  "media.upload",
  "media.replace",
  "media.delete",
  "preview.create",
  "preview.withdraw",
  "programme.send",
  "holiday.change",
  "programme.thank",
  "share.create",
  "share.revoke",
  "passport.save",
  "passport.list",
  "passport.keep",
  "passport.delete",
  "source.create",
  "source.change",
  "register.upload",
  "register.apply",
  "register.undo",
  "register.export",
  "staff.invite",
  "staff.invitation.withdraw",
  "staff.join",
  "staff.grants",
  "staff.disable",
  "staff.enable",
  "staff.sessions.end",
  "sign-in",
  "sign-in.refused",
  "sign-out",
  "password.change",
  "password.reset",
  "second-factor.on",
  "second-factor.off",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What a line may tell beside, by its action; each name has its words in components/admin/log/log-detail.tsx. */
export const auditDetails = {
  "record.create": [],
  "draft.save": [],
  "draft.machine": ["parts", "count", "machine"],
  "draft.check": ["parts", "count"],
  "draft.discard": ["parts"],
  "draft.submit": ["parts"],
  "draft.return": ["parts"],
  "draft.comment": [],
  "draft.restore": ["parts"],
  "record.settings": ["owner", "expiresAt"],
  "fact.confirm": ["parts", "isMinor", "reason"],
  "record.publish": ["parts", "isMinor", "reason"],
  "record.schedule": ["parts", "publishAt"],
  "record.unschedule": [],
  "record.withdraw": ["part", "reason"],
  "record.republish": ["part"],
  "preview.create": [],
  "preview.withdraw": [],
  "media.upload": [],
  "media.replace": ["fileName"],
  "media.delete": ["places"],
  "register.upload": ["batch", "kind", "rows"],
  "register.apply": ["batch", "kind", "records", "isInForce"],
  "register.undo": ["batch", "kind"],
  "register.export": [],
  "programme.send": ["programme"],
  "holiday.change": [],
  "programme.thank": ["people"],
  "share.create": ["audience"],
  "share.revoke": ["audience"],
  "passport.save": ["people"],
  "passport.list": ["people"],
  "passport.keep": ["people"],
  "passport.delete": ["people"],
  "source.create": ["sourceId"],
  "source.change": ["sourceId", "before"],
  "staff.invite": ["email", "grants"],
  "staff.invitation.withdraw": ["email"],
  "staff.join": ["grants"],
  "staff.grants": ["staffId", "label", "before", "after"],
  "staff.disable": ["staffId", "label"],
  "staff.enable": ["staffId", "label"],
  "staff.sessions.end": ["staffId", "label", "own", "count"],
  "sign-in": [],
  "sign-in.refused": ["step"],
  "sign-out": [],
  "password.change": [],
  "password.reset": [],
  "second-factor.on": [],
  "second-factor.off": ["staffId", "label"],
} as const satisfies Record<AuditAction, readonly string[]>;
export type AuditDetailOf<Action extends AuditAction> = (typeof auditDetails)[Action][number];

/** A role with the name of what it holds for; null: everywhere. */
export type NamedGrant = { role: Role; scope: { text: string; lang: Locale } | null };

/** What a line tells beside, as far as it could be read; never secrets. */
export type AuditDetail = {
  reason?: string | undefined;
  /** "all": the whole record */
  parts: ("shared" | "ru" | "zh" | "en" | "all")[];
  isMinor: boolean;
  /** texts, or sign-ins that were ended */
  count?: number | undefined;
  machine?: string | undefined;
  publishAt?: string | undefined;
  /** who keeps a record true, and when it leaves the public pages */
  owner?: string | undefined;
  expiresAt?: string | undefined;
  email?: string | undefined;
  label?: string | undefined;
  sourceId?: string | undefined;
  staffId?: string | undefined;
  own: boolean;
  step?: "code" | undefined;
  fileName?: string | undefined;
  /** an upload of a register: its id, what it lists, how much */
  batch?: string | undefined;
  register?: "site" | "lot" | "resident" | undefined;
  rows?: number | undefined;
  records?: number | undefined;
  isInForce?: boolean | undefined;
  /** version of a programme that was sent out, for whom a link is, whose passport data */
  programme?: number | undefined;
  audience?: "guests" | "hosts" | "working_group" | "press" | undefined;
  people?: number | undefined;
  /** where a file stood when it was deleted */
  places?: number | undefined;
  /** roles before and now; null where the line does not tell */
  before: NamedGrant[] | null;
  grants: NamedGrant[] | null;
  /** what fields of a source said before */
  texts: Record<string, string>;
};

export type AuditFilter = {
  /** part of a name or an address of e-mail */
  who: string;
  action: AuditAction | null;
  /** id of a record */
  record: string | null;
  /** first and last day, ISO, by the clock that the page shows */
  from: string | null;
  to: string | null;
  before: string | null;
};

export type AuditLine = {
  id: string;
  at: string;
  who: string | null;
  action: AuditAction;
  recordId: string | null;
  label: string | null;
  version: number | null;
  ipAddress: string | null;
  detail: AuditDetail;
};

/** `next`: where the older lines begin; null: these are the oldest */
export type AuditPage = { lines: AuditLine[]; next: string | null };
