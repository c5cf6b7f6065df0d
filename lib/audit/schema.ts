import { z } from "zod";
import { type AuditFilter, auditActions } from "@/lib/audit/types";

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
