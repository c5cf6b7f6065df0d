/** What the log tells. A new action gets its sentence in messages/…/audit.json. */
export const auditActions = [
  "record.create",
  "draft.save",
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
  /** what the line tells beside: reason, parts, roles; never secrets */
  detail: Record<string, string>;
};

/** `next`: where the older lines begin; null: these are the oldest */
export type AuditPage = { lines: AuditLine[]; next: string | null };
