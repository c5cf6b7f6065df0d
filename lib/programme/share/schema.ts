import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { audiences } from "@/lib/programme/types";

const shortestCode = 4;
export const longestLabel = 120;

const optional = z
  .string()
  .trim()
  .transform((text) => text || null);

/** The form for a new link. */
export const newLinkSchema = z.object({
  audience: z.enum(audiences),
  locale: z.enum([...locales, ""]).transform((one) => one || null),
  participantId: z.union([z.literal(""), z.guid()]).transform((one) => one || null),
  label: optional.pipe(z.string().max(longestLabel).nullable()),
  code: optional.pipe(z.string().min(shortestCode).max(100).nullable()),
  expiresOn: z.iso.date(),
});
