import { z } from "zod";
import { OrganisationKind } from "@/lib/db/generated/enums";
import { code, country, filled, fresh, sector, slug, sourceIds, text, webAddress, year } from "./base";

export const organisation = z.strictObject({
  slug,
  name: text,
  country,
  kind: code(OrganisationKind),
  website: webAddress.optional(),
  phone: filled.optional(),
  founded: year.optional(),
  profile: text,
  sectors: z.array(sector),
  sources: sourceIds,
});

/** A person in the public role in which public reporting named them. The slug begins with the family name. */
export const person = z.strictObject({ slug, name: text, position: text, orgSlug: slug, ...fresh, sources: sourceIds });

export type OrganisationFact = z.infer<typeof organisation>;
export type PersonFact = z.infer<typeof person>;
