import { z } from "zod";

/** What the job of a reminder is told. */
export const reminderSchema = z.object({
  outcomeId: z.guid(),
  dueOn: z.iso.date(),
  daysBefore: z.number().int(),
  daysLeft: z.number().int(),
});
