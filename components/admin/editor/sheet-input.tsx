import { FieldInput } from "@/components/admin/editor/field-input";
import { useRecordWords } from "@/components/admin/editor/words";
import type { Field } from "@/lib/publishing/shape";
import type { EditorView } from "@/lib/record/editor/types";

/**
 * One figure or link of a record with its label, help, issue and what another saved meanwhile.
 *
 * @param path   in the sheet, which is the name of the input too
 * @param scope  under which its words stand: a kind of record or a group of rows
 */
export function SheetInput({
  view,
  path,
  scope,
  name,
  field,
  isFixed = false,
  isUntouched = false,
}: {
  view: EditorView;
  path: string;
  scope: string;
  name: string;
  field: Field;
  /** was put in force once and stays as it is */
  isFixed?: boolean;
  /** of a row that nobody has filled yet: what it lacks is not held against it */
  isUntouched?: boolean;
}) {
  const words = useRecordWords();
  const { sheet, issues, mayEdit, changed, conflicts } = view.parts.shared;
  const issue = isUntouched ? undefined : issues.find((one) => one.path === path);
  return (
    <FieldInput
      name={path}
      label={words.field(scope, name)}
      help={words.help(scope, name)}
      field={field}
      value={sheet[path] ?? ""}
      error={issue && words.issue(issue)}
      theirs={conflicts.find((one) => one.path === path)?.theirs}
      isChanged={changed.includes(path)}
      isReadOnly={!mayEdit || isFixed}
      options={view.options}
      candidates={view.candidates[path]}
    />
  );
}
