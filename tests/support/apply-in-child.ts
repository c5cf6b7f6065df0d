import type { Actor } from "@/lib/auth/types";
import { applyBatch } from "@/lib/register/apply/mutations";

/** Applies a batch in a process of its own, which a test can kill: the actor and the batch are its arguments. */
const [, , actor = "{}", batch = ""] = process.argv;
const result = await applyBatch(JSON.parse(actor) as Actor, batch, { onlyGood: true, isConfirmed: true }, new Date());
process.stdout.write(result.status);
process.exit(0);
