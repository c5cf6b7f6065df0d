import { z } from "zod";
import { type AuditFilter, auditActions } from "@/lib/audit/types";
import { roles } from "@/lib/auth/types";

const grantList = z.array(
  z.object({ role: z.enum(roles), regionId: z.string().nullable(), siteId: z.string().nullable() }),
);
const partName = z.enum(["shared", "ru", "zh", "en", "all"]);
const word = z.string().optional().catch(undefined);
const mark = z.boolean().optional().catch(undefined);

/** What a line tells beside, as its column holds it. What cannot be read is left out: the log is older than any reader. */
export const auditDetailSchema = z.object({
  reason: word,
  parts: z.array(partName).optional().catch(undefined),
  part: partName.optional().catch(undefined),
  isMinor: mark,
  count: z.number().optional().catch(undefined),
  machine: word,
  publishAt: z.iso.datetime().optional().catch(undefined),
  owner: word,
  expiresAt: z.iso.datetime().optional().catch(undefined),
  email: word,
  label: word,
  sourceId: word,
  staffId: word,
  own: mark,
  fileName: word,
  batch: word,
  kind: z.enum(["site", "lot", "resident"]).optional().catch(undefined),
  rows: z.number().optional().catch(undefined),
  records: z.number().optional().catch(undefined),
  isInForce: z.boolean().optional().catch(undefined),
  programme: z.number().optional().catch(undefined),
  audience: z.enum(["guests", "hosts", "working_group", "press"]).optional().catch(undefined),
  people: z.number().optional().catch(undefined),
  places: z.coerce.number().optional().catch(undefined),
  step: z.literal("code").optional().catch(undefined),
  /** roles of a person, or texts of a source */
  before: z
    .union([grantList, z.record(z.string(), z.string())])
    .optional()
    .catch(undefined),
  after: grantList.optional().catch(undefined),
  grants: grantList.optional().catch(undefined),
});

const day = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text))
  .nullable()
  .catch(null);

/** The query of the log. What is broken or unknown is ignored, never an error. */
export const auditFilterSchema = z
  .object({
    who: z
      .string()
      .catch("")
      .transform((text) => text.trim().slice(0, 100)),
    action: z.enum(auditActions).nullable().catch(null),
    record: z.guid().nullable().catch(null),
    from: day,
    to: day,
    /** number of the line that the page before ended with */
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .nullable()
      .catch(null),
  })
  .transform((filter): AuditFilter => filter);

export function toAuditQuery(filter: Partial<AuditFilter>): string {
  const { who, action, record, from, to, before } = filter;
  const pairs = Object.entries({ who, action, record, from, to, before });
  const query = new URLSearchParams(pairs.flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return query.size > 0 ? `?${query}` : "";
}
