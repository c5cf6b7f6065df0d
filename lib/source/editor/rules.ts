import { type SourceField, type SourceTexts, sourceFields } from "@/lib/source/editor/types";

/** Fields whose text differs. */
export function changedSourceFields(a: SourceTexts, b: SourceTexts): SourceField[] {
  return sourceFields.filter((name) => a[name] !== b[name]);
}
