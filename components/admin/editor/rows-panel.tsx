import { useTranslations } from "next-intl";
import { BackingFields } from "@/components/admin/editor/backing-fields";
import { FigureBacking } from "@/components/admin/editor/fields-panel";
import { SheetInput } from "@/components/admin/editor/sheet-input";
import { GroupTally } from "@/components/admin/editor/tally";
import { Texts } from "@/components/admin/editor/texts";
import { useRecordWords } from "@/components/admin/editor/words";
import { Panel } from "@/components/admin/panel";
import { Icon } from "@/components/ui/icon";
import type { RowsShape } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { EditorView } from "@/lib/record/editor/types";

/** Rows of one group: lots, stages, participants … Added, moved and taken away by buttons that save on the way. */
export function RowsPanel({ view, group, shape }: { view: EditorView; group: string; shape: RowsShape }) {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const { sheet, mayEdit } = view.parts.shared;
  const ids = listAt(sheet, `rows.${group}`);
  return (
    <Panel
      id={`group-${group}`}
      title={words.group(group)}
      aside={
        <>
          {shape.part && <GroupTally view={view} ids={ids} />}
          {mayEdit && (
            <button className="btn" type="submit" name="intent" value={`add/${group}`}>
              <Icon name="plus" />
              {words.add(group)}
            </button>
          )}
        </>
      }
    >
      {mayEdit && <input type="hidden" name={`rows.${group}`} value="" />}
      {ids.length === 0 && <p className="pan-empty">{t("noRows")}</p>}
      <ol className="rws">
        {ids.map((id, index) => (
          <Row key={id} {...{ view, group, shape, id }} number={index + 1} isLast={index === ids.length - 1} />
        ))}
      </ol>
    </Panel>
  );
}

function Row({
  view,
  group,
  shape,
  id,
  number,
  isLast,
}: {
  view: EditorView;
  group: string;
  shape: RowsShape;
  id: string;
  number: number;
  isLast: boolean;
}) {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const { issues, mayEdit, changed } = view.parts.shared;
  const path = `rows.${group}.${id}`;
  // What was once put in force stays as it was: a step, a consent.
  const isFixed = shape.isAppendOnly === true && view.version > 0 && !changed.some((one) => one.startsWith(`${path}.`));
  const own = issues.find((one) => one.path === path);
  return (
    <li id={`row-${id}`}>
      {mayEdit && <input type="hidden" name={`rows.${group}`} value={id} />}
      <div className="rw-head">
        <span className="rw-no">{number}</span>
        {mayEdit && !isFixed && (
          <span className="rw-tools">
            {shape.isOrdered && number > 1 && (
              <RowTool intent={`up/${group}/${id}`} icon="up" label={t("moveUp", { number: String(number) })} />
            )}
            {shape.isOrdered && !isLast && (
              <RowTool intent={`down/${group}/${id}`} icon="down" label={t("moveDown", { number: String(number) })} />
            )}
            <RowTool intent={`remove/${group}/${id}`} icon="cross" label={t("removeRow", { number: String(number) })} />
          </span>
        )}
        {isFixed && <span className="rw-fixed">{t("fixedRow")}</span>}
      </div>
      {own && <p className="err">{words.issue(own)}</p>}
      <div className="flds">
        {Object.entries(shape.fields).map(([name, field]) => (
          <SheetInput
            key={name}
            view={view}
            path={`${path}.${name}`}
            scope={group}
            name={name}
            field={field}
            isFixed={isFixed}
          />
        ))}
      </div>
      {shape.part && <Texts view={view} part={id} kind={shape.part} />}
      {shape.part && (
        <>
          <BackingFields view={view} part={id} field="all" label={`${words.group(group)} ${number}`} />
          <FigureBacking view={view} part={id} scope={group} path={path} fields={shape.fields} />
        </>
      )}
    </li>
  );
}

export function RowTool({ intent, icon, label }: { intent: string; icon: "up" | "down" | "cross"; label: string }) {
  return (
    <button type="submit" name="intent" value={intent} className="rw-tool" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
