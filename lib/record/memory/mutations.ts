import "server-only";
import type { db } from "@/lib/db/client";

/** Records whose texts are read in one transaction. */
const recordsAtOnce = 500;

type Client = ReturnType<typeof db>;

/**
 * Brings the translation memory up to date with what was put in force. A process that is killed leaves what it had done,
 * the next one goes on; of several at once one works.
 *
 * @returns records that were read
 */
export async function fillMemory(client: Client): Promise<number> {
  let all = 0;
  for (;;) {
    const rows = await client.$queryRaw<{ count: number }[]>`SELECT refill_memory_due(${recordsAtOnce}) AS count`;
    const count = rows[0]?.count ?? 0;
    if (count === 0) return all;
    all += count;
  }
}

/** Takes out of the memory what stands nowhere any more. */
export async function forgetSegments(client: Client): Promise<void> {
  await client.$executeRaw`SELECT forget_segments()`;
}
