import { useTranslations } from "next-intl";
import { useRecordWords } from "@/components/admin/editor/words";
import type { FactFinding } from "@/lib/record/finding/types";
import { type EditableKind, shapes } from "@/lib/record/shapes";

/** What a fact is about, in the words of the editor. */
export function useFactName(): (kind: EditableKind, fact: FactFinding) => string {
  const t = useTranslations("finding.fact");
  const words = useRecordWords();
  return (kind, { part, field, label }) => {
    const shape = shapes[kind];
    if (part === kind)
      return field !== "all" && Object.hasOwn(shape.fields, field) ? words.field(kind, field) : t("whole");
    const [group, rows] = Object.entries(shape.rows).find(([, one]) => one.part === part) ?? [];
    if (!group || !rows) return t("whole");
    const named = label ? t("row", { group: words.group(group), label }) : words.group(group);
    return Object.hasOwn(rows.fields, field) ? t("field", { row: named, field: words.field(group, field) }) : named;
  };
}
