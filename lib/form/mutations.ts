import "server-only";
import { isDeepStrictEqual } from "node:util";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { resultSchema } from "@/lib/form/schema";
import type { FormInput, Result } from "@/lib/form/types";

type Sender = {
  staffId: string;
  action: string;
  /** page of the form, behind the locale */
  returnTo: string;
  secrets?: readonly string[] | undefined;
};

/** How long a form that is under way elsewhere is waited for; ms. */
const longestWaitMs = 5_000;

/**
 * Runs an action once for each form that was drawn. What was sent is written down first, so that nothing of it is lost
 * whatever happens next; the same form sent again gets the same answer.
 */
export async function submitOnce(
  { staffId, action, returnTo, secrets = [] }: Sender,
  input: FormInput,
  run: (input: FormInput) => Promise<Result>,
): Promise<{ result: Result; submissionId: string }> {
  const fields = input.fields.pairs.filter(([name]) => !secrets.includes(name)).map((pair) => [...pair]);
  const row = { staffId, action, returnTo, fields };
  const isFirst = await insert(input.formId, row);
  const before = isFirst ? null : await waitForResult(input.formId, row);
  if (before && before !== "unknown") return { result: before, submissionId: input.formId };
  // One that was cut off in the middle is done anew under its own number: what it may have made already is known by that.
  const submissionId = isFirst || before === "unknown" ? input.formId : newId();
  if (submissionId !== input.formId) await insert(submissionId, row);
  const result = await run({ ...input, formId: submissionId });
  const { cookies: _, ...kept } = result;
  await db().submission.update({ where: { id: submissionId }, data: { result: toJson(kept) }, select: { id: true } });
  return { result, submissionId };
}

/** Writes down what was sent by somebody whose session had ended: he finds it again when he has signed in. */
export async function keepForLater(sender: Sender, input: FormInput): Promise<string> {
  const { staffId, action, returnTo, secrets = [] } = sender;
  const fields = input.fields.pairs.filter(([name]) => !secrets.includes(name)).map((pair) => [...pair]);
  const id = newId();
  const result: Result = { ok: false, to: returnTo, code: "signed_out" };
  await db().submission.create({
    data: { id, staffId, action, returnTo, fields, result: toJson(result) },
    select: { id: true },
  });
  return id;
}

type SubmissionRow = { staffId: string; action: string; returnTo: string; fields: string[][] };

/** @returns false when that form was sent before */
async function insert(id: string, row: SubmissionRow): Promise<boolean> {
  const { count } = await db().submission.createMany({ data: [{ id, ...row }], skipDuplicates: true });
  return count === 1;
}

/**
 * How the same form ended when it was sent before.
 *
 * @returns null when something else was sent from a form that was drawn before (the way back in the browser); "unknown"
 *          when nobody wrote down how it ended: the process was killed, or the database went away
 */
async function waitForResult(id: string, row: SubmissionRow): Promise<Result | "unknown" | null> {
  for (const until = Date.now() + longestWaitMs; ; ) {
    const known = await db().submission.findFirst({ where: { id, staffId: row.staffId, action: row.action } });
    if (!known || !isDeepStrictEqual(known.fields, row.fields)) return null;
    if (known.result !== null) return resultSchema.parse(known.result);
    if (Date.now() > until) return "unknown";
    await new Promise((done) => setTimeout(done, 100));
  }
}

function toJson(result: Result): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(result)) as Prisma.InputJsonValue;
}

/** Removes what was sent more than a week ago. */
export async function forgetSubmissions(now: Date): Promise<number> {
  const before = new Date(now.getTime() - 7 * 24 * 3600 * 1000);
  const { count } = await db().submission.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
