import { z } from "zod";
import { type Actor, roles } from "@/lib/auth/types";
import { locales } from "@/lib/i18n/locales";

const handedSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  locale: z.enum(locales),
  grants: z.array(z.object({ role: z.enum(roles), regionId: z.string().nullable(), siteId: z.string().nullable() })),
  sessionId: z.string(),
  hasSecondFactor: z.boolean(),
  mustSetUpSecondFactor: z.boolean(),
  ipAddress: z.string().nullable(),
});

/**
 * An actor that the web server handed to a process which it started for one task. Who it is was found out there, from the
 * session of a request; what they may do is asked here again, by the same rules.
 *
 * @throws ZodError when it is none
 */
export function takeActorOver(handed: unknown): Actor {
  return handedSchema.parse(handed) as Actor;
}
