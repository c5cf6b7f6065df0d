import { z } from "zod";

/** What the page of a link says about the form that was sent from it. */
const guestSaid = ["watching", "confirmed", "stopped", "answered"] as const;
const guestRefused = ["email", "score", "code", "too_often"] as const;

/** Of a parameter that comes twice the first counts; what is broken or unknown is ignored. */
const first = z.union([z.string(), z.array(z.string()).transform(([one]) => one ?? "")]);
const one = <Values extends readonly [string, ...string[]]>(values: Values) =>
  first.pipe(z.enum(values)).optional().catch(undefined);

export const guestQuerySchema = z.object({
  said: one(guestSaid),
  refused: one(guestRefused),
  /** the version that somebody has on paper */
  paper: first
    .pipe(z.string().regex(/^[1-9]\d{0,3}$/))
    .transform(Number)
    .optional()
    .catch(undefined),
  stop: one(["1"]),
});
export type GuestQuery = z.infer<typeof guestQuerySchema>;

export const longestAnswer = 600;
const formId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const text = z.string().transform((value) => value.replace(/\r\n/g, "\n").trim().slice(0, longestAnswer) || null);

/** What a form on the page of a link sends. */
export const guestFormSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("code"),
    code: z.string().trim().max(100),
    paper: z
      .string()
      .regex(/^\d{0,4}$/)
      .catch(""),
  }),
  z.object({ do: z.literal("watch"), email: z.string().trim().max(254) }),
  z.object({ do: z.literal("confirm") }),
  z.object({ do: z.literal("stop") }),
  z.object({
    do: z.literal("answer"),
    form: z.string().regex(formId),
    score: z
      .string()
      .regex(/^[1-5]$/)
      .transform(Number)
      .nullable()
      .catch(null),
    useful: text,
    missing: text,
  }),
]);

export type AnswerForm = Extract<z.infer<typeof guestFormSchema>, { do: "answer" }>;

/** One line, an address as mail servers take it. */
export const watchEmail = z.email().max(254);

/** What was typed into a form that was refused, as its cookie holds it. */
export const typedSchema = z.object({
  email: z.string().max(254).optional().catch(undefined),
  score: z.number().int().min(1).max(5).nullable().optional().catch(undefined),
  useful: z.string().nullable().optional().catch(undefined),
  missing: z.string().nullable().optional().catch(undefined),
});
export type Typed = z.infer<typeof typedSchema>;
