import { createInterface } from "node:readline";
import { takeActorOver } from "@/lib/auth/handed-over";
import { now } from "@/lib/core/dates";
import { isDatabaseLost } from "@/lib/db/errors";
import { applyBatch } from "@/lib/register/apply/mutations";
import { createBatch, mapAndCheck } from "@/lib/register/batch/mutations";
import { type Answers, type Task, taskSchema } from "@/lib/register/task/schema";
import { undoBatch } from "@/lib/register/undo/mutations";
import { UnreadableFile } from "@/lib/spreadsheet/types";

/**
 * dist/register.mjs: one task with a list, in a process of its own, so that the memory that a long list takes is never the
 * web server's. Reads the task as one line of JSON, writes one line with the answer. The input stays open: its end says
 * that the web server is gone, and then nothing takes effect.
 */
async function answer(task: Task): Promise<Answers[keyof Answers]> {
  const actor = takeActorOver(task.actor);
  switch (task.work) {
    case "take":
      try {
        await createBatch(actor, task.upload);
        return { status: "taken" };
      } catch (error) {
        if (error instanceof UnreadableFile) return { status: "unreadable", problem: error.problem };
        throw error;
      }
    case "check":
      return mapAndCheck(actor, task.id, task.said, now());
    case "apply":
      return applyBatch(actor, task.id, task.said, now());
    case "undo":
      return undoBatch(actor, task.id, now());
  }
}

async function run(line: string): Promise<object> {
  try {
    return { answer: await answer(taskSchema.parse(JSON.parse(line))) };
  } catch (error) {
    const failure = error instanceof Error ? (error.message.split("\n").at(-1) ?? "") : "unknown";
    return { failure, isDatabaseLost: isDatabaseLost(error) };
  }
}

const input = createInterface({ input: process.stdin });
input.once("close", () => process.exit(1));
input.once("line", async (line) => {
  const said = await run(line);
  process.stdout.write(`${JSON.stringify(said)}\n`, () => process.exit(0));
});
