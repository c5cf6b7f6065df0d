import { useTranslations } from "next-intl";
import { SheetInput } from "@/components/admin/editor/sheet-input";
import { Texts } from "@/components/admin/editor/texts";
import { FormFrame } from "@/components/admin/form-frame";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import { listAt } from "@/lib/publishing/sheet";
import type { PartName } from "@/lib/publishing/types";
import { printFormBase } from "@/lib/record/editor/schema";
import type { EditorView } from "@/lib/record/editor/types";
import { visitShape } from "@/lib/visit/shape";

const parts: PartName[] = ["shared", "ru", "zh", "en"];

/**
 * One participant or one meeting in a form of its own: the inputs, offers and conflicts of the editor of records.
 *
 * @param id    of the row; one that is not there yet is added by saving
 * @param mark  name of the hidden field that tells the action which row it is
 */
export function RowForm({
  view,
  group,
  id,
  mark,
  action,
  back,
  locale,
}: {
  view: EditorView;
  group: "participants" | "meetings";
  id: string;
  mark: "participant" | "meeting";
  action: string;
  back: string;
  locale: Locale;
}) {
  const t = useTranslations("party.row");
  const shape = visitShape.rows[group];
  const { sheet, mayEdit } = view.parts.shared;
  const ids = listAt(sheet, `rows.${group}`);
  const isNew = !ids.includes(id);
  const hasConflict = parts.some((part) => view.parts[part].conflicts.some(({ path }) => path.includes(id)));
  if (!shape) return null;
  return (
    <FormFrame locale={locale} action={action} back={back}>
      <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
        {t("save")}
      </button>
      <input type="hidden" name="record" value={view.id} />
      <input type="hidden" name={mark} value={id} />
      {parts.map((part) => (
        <input key={part} type="hidden" name={`base.${part}`} value={printFormBase(view.parts[part].base)} />
      ))}
      {isNew && <input type="hidden" name={`rows.${group}`} value={[...ids, id].join(" ")} />}
      {hasConflict && (
        <div className="note note-bad" role="alert">
          <Icon name="warn" />
          <p>{t("conflict")}</p>
        </div>
      )}
      <div className="flds">
        {Object.entries(shape.fields).map(([name, field]) => (
          <SheetInput
            key={name}
            {...{ view, name, field }}
            path={`rows.${group}.${id}.${name}`}
            scope={group}
            isUntouched={isNew}
          />
        ))}
      </div>
      {shape.part && <Texts view={view} part={id} kind={shape.part} />}
      {mayEdit && (
        <p className="pf-end">
          <button className="btn btn-primary" type="submit" name="intent" value="save">
            {t("save")}
          </button>
          {!isNew && (
            <button className="btn btn-bad" type="submit" name="intent" value={`remove/${group}/${id}`}>
              {t("remove")}
            </button>
          )}
        </p>
      )}
    </FormFrame>
  );
}
