import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { registerKinds } from "@/lib/register/types";
import { fileProblems } from "@/lib/spreadsheet/types";

const settingsSchema = z.object({
  constants: z.record(z.string(), z.string()),
  sourceId: z.string(),
  asOf: z.string(),
  reviewBy: z.string(),
  isOpenRegister: z.boolean(),
});

/** What the process for lists is told to do. `actor` is read by `takeActorOver`. */
export const taskSchema = z.discriminatedUnion("work", [
  z.object({
    work: z.literal("take"),
    actor: z.unknown(),
    upload: z.object({
      id: z.string(),
      file: z.string(),
      fileName: z.string(),
      kind: z.enum(registerKinds),
      regionId: z.string(),
      locale: z.enum(locales),
    }),
  }),
  z.object({
    work: z.literal("check"),
    actor: z.unknown(),
    id: z.string(),
    said: z.object({
      mapping: z.record(z.string(), z.string()),
      settings: settingsSchema,
      locale: z.enum(locales),
    }),
  }),
  z.object({
    work: z.literal("apply"),
    actor: z.unknown(),
    id: z.string(),
    said: z.object({ onlyGood: z.boolean(), isConfirmed: z.boolean() }),
  }),
  z.object({ work: z.literal("undo"), actor: z.unknown(), id: z.string() }),
]);
export type Task = z.infer<typeof taskSchema>;

/** What it answers, by the task. */
export const answerSchemas = {
  take: z.union([
    z.object({ status: z.literal("taken") }),
    z.object({ status: z.literal("unreadable"), problem: z.enum(fileProblems) }),
  ]),
  check: z.object({ status: z.enum(["checked", "not_there", "applied"]) }),
  apply: z.union([
    z.object({ status: z.literal("applied"), isInForce: z.boolean(), tags: z.array(z.string()) }),
    z.object({ status: z.literal("refused"), rule: z.string() }),
    z.object({
      status: z.enum(["not_there", "not_checked", "stale", "no_source", "has_errors", "unconfirmed", "nothing"]),
    }),
  ]),
  undo: z.union([
    z.object({ status: z.literal("undone"), tags: z.array(z.string()) }),
    z.object({ status: z.enum(["not_there", "not_applied"]) }),
  ]),
} as const;
export type Answers = { [Key in keyof typeof answerSchemas]: z.infer<(typeof answerSchemas)[Key]> };

/** The one line of its output that counts: an answer, or why there is none. */
export const lineSchema = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ failure: z.string(), isDatabaseLost: z.boolean() }),
]);
