import { z } from "zod";
import { EventKind, ProjectStage } from "@/lib/db/generated/enums";
import { code, country, datePrecision, day, fresh, notNegative, sector, slug, sourceIds, text } from "./base";

export const event = z.strictObject({
  slug,
  kind: code(EventKind),
  title: text,
  place: text,
  country,
  start: day.optional(),
  end: day.optional(),
  datePrecision,
  summary: text,
  ...fresh,
  sources: sourceIds,
});

export const project = z.strictObject({
  slug,
  title: text,
  investorOrgSlug: slug.optional(),
  siteSlug: slug.optional(),
  sector,
  stage: code(ProjectStage),
  investmentRub: notNegative.optional(),
  jobs: z.int().min(0).optional(),
  output: text.optional(),
  summary: text,
  ...fresh,
  sources: sourceIds,
});

export type EventFact = z.infer<typeof event>;
export type ProjectFact = z.infer<typeof project>;
