import { useTranslations } from "next-intl";
import { RowTool } from "@/components/admin/editor/rows-panel";
import { useRecordWords } from "@/components/admin/editor/words";
import { Thumb } from "@/components/admin/media/thumb";
import { useOptionWords } from "@/components/admin/option-words";
import { Panel } from "@/components/admin/panel";
import { Words } from "@/components/ui/words";
import type { Locale } from "@/lib/i18n/locales";
import type { MediaCard } from "@/lib/media/staff-types";
import type { RowsShape } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { EditorView } from "@/lib/record/editor/types";

export type AttachedFiles = { attached: MediaCard[]; pickable: MediaCard[] };
type Props = { view: EditorView; group: string; shape: RowsShape; files: AttachedFiles; locale: Locale };

/** Pictures and documents of a record, in their order, and the library to choose from. Every button saves on the way. */
export function FilesPanel({ view, group, shape, files, locale }: Props) {
  const t = useTranslations("media.attach");
  const words = useRecordWords();
  const { sheet, mayEdit } = view.parts.shared;
  const ids = listAt(sheet, `rows.${group}`);
  return (
    <Panel id={`group-${group}`} title={words.group(group)}>
      {mayEdit && <input type="hidden" name={`rows.${group}`} value="" />}
      {ids.length === 0 && <p className="pan-empty">{t("empty")}</p>}
      <ol className="att">
        {ids.map((id, index) => (
          <Row
            key={id}
            {...{ view, group, shape, files, locale, id }}
            number={index + 1}
            isLast={index === ids.length - 1}
          />
        ))}
      </ol>
      {mayEdit && <Picker view={view} group={group} files={files} locale={locale} />}
    </Panel>
  );
}

function Row({
  view,
  group,
  shape,
  files,
  locale,
  id,
  number,
  isLast,
}: Props & { id: string; number: number; isLast: boolean }) {
  const t = useTranslations("media.attach");
  const editor = useTranslations("editor");
  const words = useRecordWords();
  const { sheet, issues, mayEdit } = view.parts.shared;
  const path = `rows.${group}.${id}`;
  const file = files.attached.find((one) => one.id === sheet[`${path}.assetId`]);
  const issue = issues.find((one) => one.path.startsWith(path));
  return (
    <li id={`row-${id}`} className={issue ? "has-error" : undefined}>
      {mayEdit && <input type="hidden" name={`rows.${group}`} value={id} />}
      {mayEdit && <input type="hidden" name={`${path}.assetId`} value={sheet[`${path}.assetId`] ?? ""} />}
      {file ? <Thumb file={file} locale={locale} /> : <span className="thumb" />}
      <div className="att-main">
        <p>
          {file ? (
            <a href={`/${locale}/admin/media/${file.id}`}>{file.name ? <Words value={file.name} /> : file.fileName}</a>
          ) : (
            t("lost")
          )}
          {file && file.state !== "published" && <small className="sub">{t("notPublic")}</small>}
        </p>
        <RoleSelect {...{ shape, path, mayEdit }} value={sheet[`${path}.role`] ?? ""} />
        {issue && <p className="err">{words.issue(issue)}</p>}
      </div>
      {mayEdit && (
        <span className="rw-tools">
          {number > 1 && (
            <RowTool intent={`up/${group}/${id}`} icon="up" label={editor("moveUp", { number: String(number) })} />
          )}
          {!isLast && (
            <RowTool
              intent={`down/${group}/${id}`}
              icon="down"
              label={editor("moveDown", { number: String(number) })}
            />
          )}
          <RowTool
            intent={`remove/${group}/${id}`}
            icon="cross"
            label={editor("removeRow", { number: String(number) })}
          />
        </span>
      )}
    </li>
  );
}

function RoleSelect({
  shape,
  path,
  value,
  mayEdit,
}: {
  shape: RowsShape;
  path: string;
  value: string;
  mayEdit: boolean;
}) {
  const words = useRecordWords();
  const optionWord = useOptionWords();
  const { role } = shape.fields;
  if (role?.type !== "choice") return null;
  return (
    <label className="att-role">
      <span className="vh">{words.field("media", "role")}</span>
      <select className="in" name={`${path}.role`} defaultValue={value} disabled={!mayEdit}>
        {role.options.map((option) => (
          <option key={option} value={option}>
            {optionWord(role.set, option)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Picker({ view, group, files: { pickable }, locale }: Pick<Props, "view" | "group" | "files" | "locale">) {
  const t = useTranslations("media.attach");
  const { sheet } = view.parts.shared;
  const hasCover = listAt(sheet, `rows.${group}`).some((id) => sheet[`rows.${group}.${id}.role`] === "cover");
  const roleOf = ({ kind }: MediaCard) => (kind === "document" ? "document" : hasCover ? "gallery" : "cover");
  return (
    <details className="att-pick">
      <summary>{t("choose")}</summary>
      <p className="fld-help">
        {pickable.length > 0 ? t("chooseHelp") : t("none")} <a href={`/${locale}/admin/media`}>{t("upload")}</a>
      </p>
      <ul className="att-grid">
        {pickable.map((file) => (
          <li key={file.id}>
            <button type="submit" name="intent" value={`attach/${group}/${file.id}/${roleOf(file)}`}>
              <Thumb file={file} locale={locale} />
              <span className="vh">{t("add", { name: file.name?.text ?? file.fileName })}</span>
              <span aria-hidden="true">{file.name?.text ?? file.fileName}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
