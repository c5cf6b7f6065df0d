import { useTranslations } from "next-intl";
import type { EditableKind } from "@/lib/record/shapes";

/** Names of the kinds of records: one of them, and the list of them. */
export function useKindWords() {
  const t = useTranslations("record");
  return { one: (kind: EditableKind) => t(`kind.${kind}`), many: (kind: EditableKind) => t(`kinds.${kind}`) };
}
