import { useTranslations } from "next-intl";
import { useRecordWords } from "@/components/admin/editor/words";
import { useOptionWords } from "@/components/admin/option-words";
import { organisationShape } from "@/lib/organisation/shape";
import type { Field } from "@/lib/publishing/shape";
import { issueCodes } from "@/lib/publishing/types";
import { columnName } from "@/lib/register/batch/labels";
import { fieldOf, type ImportField } from "@/lib/register/fields";
import type { Change, Notice, NoticeCode, RegisterKind } from "@/lib/register/types";
import { siteShape } from "@/lib/site/shape";
import { textFieldsOf } from "@/lib/translation/fields";

/** Labels of fields are keys of messages: that each is there is held by tests/unit/register. */
type Known = "record.group.lots";

/** The name of a field as its column is headed. */
export function useFieldWords(): (field: ImportField) => string {
  const t = useTranslations();
  return ({ label }) => {
    const words = label.words.map((path) => t(path as Known)).join(": ");
    const unit = label.unit ? `, ${t(label.unit as Known)}` : "";
    return `${words}${unit}${label.language ? ` (${t(`common.language.${label.language}`)})` : ""}`;
  };
}

/** What was noticed about a cell, with the name that people see for it: "C7". */
export function useNoticeWords(kind: RegisterKind): (row: number, notice: Notice) => string {
  const t = useTranslations("import");
  const issue = useTranslations("record.issue");
  const fieldWords = useFieldWords();
  return (row, notice) => {
    const field = notice.field ? fieldOf(kind, notice.field) : undefined;
    const values = {
      stood: notice.stood ?? "",
      understood: notice.understood ?? "",
      field: field ? fieldWords(field) : "",
    };
    const known = issueCodes.find((code) => code === notice.code);
    const text = known
      ? issue(known, { detail: notice.stood ?? "" })
      : t(`notice.${notice.code as Exclude<NoticeCode, (typeof issueCodes)[number]>}`, values);
    const of = known && field ? `${values.field}: ${text}` : text;
    return notice.column === null ? of : t("check.cell", { cell: `${columnName(notice.column)}${row}`, text: of });
  };
}

/** A line of a difference in words; null for what people need not look at one by one. */
export function useChangeWords(names: Readonly<Record<string, string>>) {
  const t = useTranslations("import.diff");
  const languages = useTranslations("common.language");
  const editor = useTranslations("editor");
  const record = useRecordWords();
  const options = useOptionWords();
  const valueIn = (field: Field | undefined, value: string) => {
    if (value === "") return "";
    if (field?.type === "choice") return options(field.set, value);
    return names[value] ?? value;
  };
  return (kind: string, recordId: string, change: Change): { label: string; old: string; new: string } | null => {
    const shape = kind === "organisation" ? organisationShape : siteShape;
    const { part, path } = change;
    const [first = "", second = "", third = "", fourth = ""] = path.split(".");
    const both = (label: string, say: (value: string) => string) => ({
      label: part === "shared" ? label : t("language", { field: label, language: languages(part) }),
      old: say(change.old),
      new: say(change.new),
    });
    if (first === "name" || first === "summary") return both(record.text(shape.kind, first), (value) => value);
    if (first === "slug") return both(editor("slug"), (value) => value);
    if (first === "sectors") {
      return both(editor("sectors"), (value) =>
        value
          .split(" ")
          .filter(Boolean)
          .map((one) => options("Sector", one))
          .join(", "),
      );
    }
    if (first === "values")
      return both(record.field(shape.kind, second), (value) => valueIn(shape.fields[second], value));
    if (first === "texts") {
      const rows = Object.values(shape.rows).flatMap((row) => row.part ?? []);
      const owner =
        second === recordId ? shape.kind : rows.find((one) => textFieldsOf(one).some((text) => text.field === third));
      return owner ? both(record.text(owner, third), (value) => value) : null;
    }
    if (first === "rows" && fourth) {
      const field = shape.rows[second]?.fields[fourth];
      return both(`${record.group(second)}: ${record.field(second, fourth)}`, (value) => valueIn(field, value));
    }
    return null;
  };
}
