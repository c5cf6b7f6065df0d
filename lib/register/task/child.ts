import "server-only";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Actor } from "@/lib/auth/types";
import { Queue } from "@/lib/core/files/queue";
import { type Answers, answerSchemas, lineSchema, type Task } from "@/lib/register/task/schema";

/** Heap of the process that works on a list, MiB: a list of the greatest length takes half of it. */
const heapMiB = 512;
/** Room for young objects, MiB: with little of it a sixth of the time goes into clearing up. */
const youngMiB = 64;

/** Each may take all of that memory: the others wait, and their pages say that the work goes on. */
const queue = new Queue(2);

type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

/**
 * Does a task with a list in a process of its own. If that process is killed, or this one, nothing has taken effect.
 *
 * @throws Error when it ended without an answer; one that `isDatabaseLost` knows when the database was away
 */
export async function workInChild<Work extends Task["work"]>(
  actor: Actor,
  task: Without<Extract<Task, { work: Work }>, "actor"> & { work: Work },
): Promise<Answers[Work]> {
  const said = lineSchema.safeParse(await queue.run(() => askChild({ ...task, actor })));
  if (!said.success) throw new Error("the process for lists ended without an answer");
  if ("failure" in said.data) {
    const { failure, isDatabaseLost } = said.data;
    throw Object.assign(new Error(failure), isDatabaseLost ? { code: "ECONNREFUSED" } : {});
  }
  return answerSchemas[task.work].parse(said.data.answer) as Answers[Work];
}

/** @returns the last line that the process wrote; null where that is none of ours */
async function askChild(task: object): Promise<unknown> {
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), "dist/register.mjs");
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heapMiB}`, `--max-semi-space-size=${youngMiB}`, script],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  child.stdin.on("error", () => {}); // it ended before it read its task: said below
  child.stdin.write(`${JSON.stringify(task)}\n`);
  const [line] = await Promise.all([lastLine(child.stdout), once(child, "exit")]);
  return line;
}

async function lastLine(output: NodeJS.ReadableStream): Promise<unknown> {
  let last = "";
  for await (const line of createInterface({ input: output })) last = line;
  try {
    return JSON.parse(last);
  } catch {
    return null;
  }
}
