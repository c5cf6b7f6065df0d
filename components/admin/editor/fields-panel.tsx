import { useTranslations } from "next-intl";
import { BackingFields } from "@/components/admin/editor/backing-fields";
import { FieldInput } from "@/components/admin/editor/field-input";
import { useRecordWords } from "@/components/admin/editor/words";
import { Panel } from "@/components/admin/panel";
import { Sector } from "@/lib/db/generated/enums";
import { type Fields, isFigure, type Shape } from "@/lib/publishing/shape";
import type { EditorView } from "@/lib/record/editor/types";

/** Figures and links of the record itself, its address, its sectors, and what stands behind all of it. */
export function FieldsPanel({ view, shape }: { view: EditorView; shape: Shape }) {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const { sheet, issues, mayEdit, changed, conflicts } = view.parts.shared;
  const at = (path: string) => {
    const issue = issues.find((one) => one.path === path);
    return {
      name: path,
      value: sheet[path] ?? "",
      error: issue && words.issue(issue),
      theirs: conflicts.find((one) => one.path === path)?.theirs,
      isChanged: changed.includes(path),
      isReadOnly: !mayEdit,
      options: view.options,
      candidates: view.candidates[path],
    };
  };
  return (
    <Panel title={t("figures")} id="figures">
      <div className="flds">
        {shape.kind !== "media" && (
          <FieldInput
            {...at("slug")}
            label={t("slug")}
            help={t("slugHelp")}
            field={{ type: "text", max: 100, format: "code" }}
          />
        )}
        {Object.entries(shape.fields).map(([name, field]) => (
          <FieldInput
            key={name}
            {...at(`values.${name}`)}
            label={words.field(shape.kind, name)}
            help={words.help(shape.kind, name)}
            field={field}
          />
        ))}
      </div>
      {shape.hasSectors && (
        <FieldInput
          {...at("sectors")}
          label={t("sectors")}
          field={{ type: "choices", set: "Sector", options: Object.values(Sector) }}
        />
      )}
      {shape.kind !== "media" && (
        <>
          <h3 className="bck-head">{t("backing.heading")}</h3>
          <BackingFields
            view={view}
            part={view.id}
            field="all"
            label={t("backing.record")}
            isOpen={view.version === 0}
          />
          <FigureBacking view={view} part={view.id} scope={shape.kind} path="values" fields={shape.fields} />
        </>
      )}
    </Panel>
  );
}

/** Sources of single figures, where they are not those of their row. */
export function FigureBacking({
  view,
  part,
  scope,
  path,
  fields,
}: {
  view: EditorView;
  part: string;
  scope: string;
  path: string;
  fields: Fields;
}) {
  const t = useTranslations("editor.backing");
  const words = useRecordWords();
  const { sheet } = view.parts.shared;
  const figures = Object.entries(fields).filter(([name, field]) => isFigure(field) && sheet[`${path}.${name}`]);
  if (figures.length === 0) return null;
  return (
    <details className="bck-more">
      <summary>{t("ofFigures", { count: figures.length })}</summary>
      {figures.map(([name]) => (
        <div className="bck-figure" key={name}>
          <p className="bck-name">{words.field(scope, name)}</p>
          <BackingFields view={view} part={part} field={name} label={words.field(scope, name)} />
        </div>
      ))}
    </details>
  );
}
