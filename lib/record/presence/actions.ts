import "server-only";
import type { Actor } from "@/lib/auth/types";
import type { EditorView } from "@/lib/record/editor/types";
import { notePresence } from "@/lib/record/presence/mutations";

/** Somebody who may write in a record has it before him now; who only reads it keeps nobody from writing. */
export async function enterRecord(actor: Actor, { id, parts }: Pick<EditorView, "id" | "parts">): Promise<void> {
  if (Object.values(parts).some(({ mayEdit }) => mayEdit)) await notePresence(actor, id);
}
