import { useTranslations } from "next-intl";
import { useRecordWords } from "@/components/admin/editor/words";
import type { Shape } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { Issue, PartName } from "@/lib/publishing/types";
import type { EditorView as View } from "@/lib/record/editor/types";

/** What a check is about, in the words of the form. */
export function useIssueLabels(
  view: Pick<View, "parts" | "kind">,
  shape: Shape,
): (part: PartName, issue: Pick<Issue, "path">) => string {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const { sheet } = view.parts.shared;
  const groupOf = (id: string) => Object.keys(shape.rows).find((group) => listAt(sheet, `rows.${group}`).includes(id));
  const rowName = (group: string, id: string) =>
    `${words.group(group)} ${listAt(sheet, `rows.${group}`).indexOf(id) + 1}`;
  return (_part, { path }) => {
    if (path === "slug") return t("slug");
    if (path === "sectors") return t("sectors");
    if (path === "name" || path === "summary") return words.text(view.kind, path);
    const [first = "", second = "", third = "", fourth] = path.split(".");
    if (first === "values") return words.field(shape.kind, second);
    if (first === "rows") {
      if (!third) return words.group(second);
      return fourth ? `${rowName(second, third)}: ${words.field(second, fourth)}` : rowName(second, third);
    }
    const group = groupOf(second);
    const where = group ? `${rowName(group, second)}: ` : "";
    if (first === "texts") return `${where}${words.text(group ? (shape.rows[group]?.part ?? "") : shape.kind, third)}`;
    if (first === "backing") {
      const what = third === "all" ? t("backing.record") : words.field(group ?? shape.kind, third);
      return `${where}${what}, ${t("backing.short")}`;
    }
    return path;
  };
}
