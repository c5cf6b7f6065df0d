import { z } from "zod";
import { Direction, OutcomeKind, Side } from "@/lib/db/generated/enums";
import {
  code,
  count,
  country,
  datePrecision,
  day,
  partialDate,
  qualifier,
  sector,
  slug,
  sourceIds,
  text,
} from "./base";

/** A promise of its own. `due`, `nextStep` and `owners` only where they were published; "soon" goes to `dueText`. */
const outcome = z.strictObject({
  slug,
  kind: code(OutcomeKind),
  status: z.enum(["announced", "signed", "in-progress", "done"]),
  /** number of papers */
  count: count.optional(),
  title: text,
  parties: z.array(slug),
  partiesNote: text.optional(),
  siteSlug: slug.optional(),
  regimeSlug: slug.optional(),
  eventSlug: slug.optional(),
  due: partialDate.optional(),
  dueText: text.optional(),
  nextStep: text.optional(),
  /** organisations that owe the next step */
  owners: z.strictObject({ ru: slug.optional(), cn: slug.optional() }).optional(),
  validTo: day.optional(),
  sectors: z.array(sector),
  sources: sourceIds,
});

/** A named person, an organisation, or a counted group of which only the role is known. */
const participant = z.strictObject({
  personSlug: slug.optional(),
  orgSlug: slug.optional(),
  side: code(Side),
  role: text.optional(),
  count: count.optional(),
  countQualifier: qualifier.optional(),
  sectorNote: text.optional(),
});

const stop = z.strictObject({
  order: z.int().min(1),
  date: day.optional(),
  title: text,
  siteSlug: slug.optional(),
  orgSlug: slug.optional(),
  eventSlug: slug.optional(),
  place: text.optional(),
  text: text.optional(),
});

/** Another visit of the files, or words about one that is not in them. */
const visitOrWords = z.union([slug, text], { error: "must be the slug of a visit, or a text in ru, zh, en" });

export const visit = z.strictObject({
  slug,
  direction: code(Direction),
  title: text,
  summary: text,
  start: day.optional(),
  end: day.optional(),
  datePrecision,
  durationDays: count.optional(),
  meetingsCount: z.strictObject({ value: z.int().min(0), qualifier: qualifier.optional() }).optional(),
  places: z.array(z.strictObject({ name: text, country })),
  organizerOrgSlug: slug.optional(),
  headPersonSlug: slug.optional(),
  namesPublic: z.boolean(),
  continues: visitOrWords.optional(),
  replyTo: visitOrWords.optional(),
  eventSlugs: z.array(slug).optional(),
  participants: z.array(participant),
  stops: z.array(stop),
  outcomes: z.array(outcome),
  sources: sourceIds,
});

export type VisitFact = z.infer<typeof visit>;
export type OutcomeFact = z.infer<typeof outcome>;
export type VisitOrWords = z.infer<typeof visitOrWords>;
