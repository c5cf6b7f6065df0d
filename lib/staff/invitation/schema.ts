import { z } from "zod";
import { normalEmail } from "@/lib/auth/limit/rules";
import { isFittingScope } from "@/lib/auth/rules";
import { roles } from "@/lib/auth/types";
import { locales } from "@/lib/i18n/locales";

/** Roles as an invitation keeps them; checked again when it is accepted. */
export const grantsSchema = z
  .array(
    z
      .object({
        role: z.enum(roles),
        regionId: z.uuid().nullable().default(null),
        siteId: z.uuid().nullable().default(null),
      })
      .refine(isFittingScope),
  )
  .min(1)
  .max(30);

export const emailSchema = z.string().transform(normalEmail).pipe(z.email().max(254));

export const localeSchema = z.enum(locales);

/** A name as people write it: one line. */
export const nameSchema = z
  .string()
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim(),
  )
  .pipe(z.string().min(2).max(120));

/** Where a role holds, as one field of a form says it: `all`, `region:ID`, `site:ID`. */
export const scopeSchema = z
  .string()
  .regex(/^(?:all|(?:region|site):[0-9a-f-]{36})$/)
  .transform((text) => {
    const [kind, id = null] = text.split(":");
    return { regionId: kind === "region" ? id : null, siteId: kind === "site" ? id : null };
  });
