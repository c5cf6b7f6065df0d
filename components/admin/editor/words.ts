import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/publishing/types";

/** Keys are made of names of the shapes: that each is there is held by tests/unit/record/words.test.ts. */
type Known = "group.lots";

/** Words of the editor by what a shape names: labels of fields, texts and groups. */
export function useRecordWords() {
  const t = useTranslations("record");
  return {
    field: (scope: string, name: string) => t(`field.${scope}.${name}` as Known),
    help: (scope: string, name: string) =>
      t.has(`help.${scope}.${name}` as Known) ? t(`help.${scope}.${name}` as Known) : undefined,
    text: (kind: string, name: string) =>
      kind !== "media" && (name === "name" || name === "summary")
        ? t(`text.${name}`)
        : t(`text.${kind}.${name}` as Known),
    group: (group: string) => t(`group.${group}` as Known),
    add: (group: string) => t(`add.${group}` as Known),
    issue: ({ code, detail = "" }: Issue) => t(`issue.${code}`, { detail }),
  };
}
