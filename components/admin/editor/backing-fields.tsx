import { useTranslations } from "next-intl";
import { FieldInput } from "@/components/admin/editor/field-input";
import { useRecordWords } from "@/components/admin/editor/words";
import { Qualifier } from "@/lib/db/generated/enums";
import type { Field } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { EditorView } from "@/lib/record/editor/types";

const dates: Record<"asOf" | "reviewBy", Field> = {
  asOf: { type: "day", edge: "first", precision: "asOfPrecision" },
  reviewBy: { type: "day", edge: "last", precision: "reviewPrecision" },
};
const qualifier: Field = { type: "choice", set: "Qualifier", options: Object.values(Qualifier) };
const upper: Field = { type: "decimal", scale: 4, min: -1e15, max: 1e15 };
const source: Field = { type: "link", to: "source" };

/** Empty places for sources beyond those that are named. */
const spareSources = 1;

/**
 * What stands behind a figure, a row or the whole record: sources, as-of, review-by.
 *
 * @param part   id of the record or row
 * @param field  name of the figure; "all" for the whole row
 * @param label  what it is about
 */
export function BackingFields({
  view,
  part,
  field,
  label,
  isOpen,
}: {
  view: EditorView;
  part: string;
  field: string;
  label: string;
  isOpen?: boolean;
}) {
  const t = useTranslations("editor.backing");
  const words = useRecordWords();
  const { sheet, issues, mayEdit, conflicts } = view.parts.shared;
  const path = `backing.${part}.${field}`;
  const named = listAt(sheet, `${path}.sources`);
  const errorAt = (at: string) => {
    const issue = issues.find((one) => one.path === at);
    return issue && words.issue(issue);
  };
  const disagreeing = listAt(sheet, `${path}.disagreeing`);
  const count = named.length;
  const hasError = issues.some((one) => one.path.startsWith(`${path}.`));
  const input = (name: string, kind: Field, key: "asOf" | "reviewBy" | "qualifier" | "valueTo") => (
    <FieldInput
      name={`${path}.${name}`}
      label={t(key)}
      field={kind}
      value={sheet[`${path}.${name}`] ?? ""}
      error={errorAt(`${path}.${name}`)}
      theirs={conflicts.find((one) => one.path === `${path}.${name}`)?.theirs}
      isReadOnly={!mayEdit}
      options={view.options}
    />
  );
  return (
    <details className={`bck${hasError ? " has-error" : ""}`} open={isOpen || hasError}>
      <summary>
        <span className={`bck-sign${count === 0 ? " is-none" : ""}`} aria-hidden="true" />
        {t("title", { count })}
        {sheet[`${path}.asOf`] && (
          <span className="bck-date">{t("asOfShort", { date: sheet[`${path}.asOf`] ?? "" })}</span>
        )}
        <span className="vh">: {label}</span>
      </summary>
      <div className="bck-body">
        {errorAt(`${path}.sources`) && <p className="err">{errorAt(`${path}.sources`)}</p>}
        {mayEdit && <input type="hidden" name={`${path}.sources`} value="" />}
        {mayEdit && <input type="hidden" name={`${path}.disagreeing`} value="" />}
        <ul className="bck-list">
          {[...named, ...Array.from({ length: spareSources }, () => "")].map((id, index) => (
            <li key={id || `spare-${index}`}>
              <FieldInput
                name={`${path}.sources`}
                label={t("source", { number: String(index + 1) })}
                field={source}
                value={id}
                isReadOnly={!mayEdit}
                options={view.options}
                candidates={view.candidates[`${path}.sources ${id}`]}
              />
              {id !== "" && (
                <>
                  <label className="check">
                    <input
                      type="checkbox"
                      name={`${path}.disagreeing`}
                      value={id}
                      defaultChecked={disagreeing.includes(id)}
                      disabled={!mayEdit}
                    />
                    <span>{t("disagrees")}</span>
                  </label>
                  {disagreeing.includes(id) && (
                    <>
                      <FieldInput
                        name={`${path}.saysValue.${id}`}
                        label={t("saysValue")}
                        field={upper}
                        value={sheet[`${path}.saysValue.${id}`] ?? ""}
                        isReadOnly={!mayEdit}
                        options={view.options}
                      />
                      <FieldInput
                        name={`${path}.says.${id}`}
                        label={t("says")}
                        field={{ type: "text", max: 600 }}
                        value={sheet[`${path}.says.${id}`] ?? ""}
                        error={errorAt(`${path}.says.${id}`)}
                        isReadOnly={!mayEdit}
                        options={view.options}
                      />
                    </>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
        <div className="flds">
          {input("asOf", dates.asOf, "asOf")}
          {input("reviewBy", dates.reviewBy, "reviewBy")}
          {field !== "all" && input("qualifier", qualifier, "qualifier")}
          {field !== "all" && input("valueTo", upper, "valueTo")}
        </div>
      </div>
    </details>
  );
}
