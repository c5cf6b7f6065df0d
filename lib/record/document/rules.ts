import { Qualifier, Sector } from "@/lib/db/generated/enums";
import { type Compiled, compile } from "@/lib/publishing/compile";
import type { Sheet } from "@/lib/publishing/types";
import { type EditableKind, shapes } from "@/lib/record/shapes";

/** Reads a sheet of this record. */
export function compileShared(head: { id: string; kind: EditableKind; zone: string }, sheet: Sheet): Compiled {
  const options = {
    recordId: head.id,
    zone: head.zone,
    sectors: Object.values(Sector),
    qualifiers: Object.values(Qualifier),
  };
  return compile(shapes[head.kind], sheet, options);
}
