import { z } from "zod";
import { day, filled, webAddress } from "./base";

/** A report, register or act. `supports` says what of the portal it backs and where it disagrees with another source. */
export const source = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, "must be an id: a-z, 0-9, hyphens"),
  title: filled,
  publisher: filled,
  url: webAddress.optional(),
  published: day.optional(),
  /** file name of the article that the work began with */
  seed: filled.optional(),
  supports: filled,
});

export type SourceFact = z.infer<typeof source>;
