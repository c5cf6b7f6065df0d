import { useTranslations } from "next-intl";
import { Diff } from "@/components/admin/diff";
import { useIssueLabels } from "@/components/admin/editor/issue-labels";
import { FormFrame } from "@/components/admin/form-frame";
import { useMoments } from "@/components/admin/moments";
import { Naming } from "@/components/admin/naming";
import { Panel } from "@/components/admin/panel";
import { htmlLang, type Locale } from "@/lib/i18n/locales";
import type { Shape } from "@/lib/publishing/shape";
import type { PartName } from "@/lib/publishing/types";
import type { EditorView } from "@/lib/record/editor/types";
import type { HistoryView as View } from "@/lib/record/history/types";

type Known = Pick<EditorView, "id" | "kind" | "parts" | "zone">;

/** Versions of a record, what one of them changed in each language, and the way back to it. */
export function HistoryView({
  view,
  record,
  shape,
  locale,
}: {
  view: View;
  record: Known;
  shape: Shape;
  locale: Locale;
}) {
  const t = useTranslations("editor");
  const moments = useMoments(record.zone);
  const path = `/${locale}/admin/records/${record.id}`;
  const partName = (part: PartName) => (part === "shared" ? t("figures") : t(`language.${part}`));
  const { chosen } = view;
  return (
    <div className="edit">
      <div>
        {chosen && (
          <Panel title={t("history.changes", { version: String(chosen.version) })}>
            {chosen.previous === null && <p className="pan-empty">{t("history.first")}</p>}
            {chosen.previous !== null && chosen.changes.length === 0 && (
              <p className="pan-empty">{t("history.same")}</p>
            )}
            <ChangeList view={view} record={record} shape={shape} />
            <FormFrame locale={locale} action="restore-record" back={`/admin/records/${record.id}/history`}>
              <input type="hidden" name="record" value={record.id} />
              <input type="hidden" name="version" value={chosen.version} />
              <fieldset className="rel-parts">
                <legend>{t("history.restoreWhat", { version: String(chosen.version) })}</legend>
                {chosen.parts
                  .filter((part) => view.mayRestore.includes(part))
                  .map((part) => (
                    <label key={part} className="check">
                      <input type="checkbox" name="part" value={part} defaultChecked />
                      <span>{partName(part)}</span>
                    </label>
                  ))}
              </fieldset>
              <button className="btn" type="submit">
                {t("history.restore")}
              </button>
              <p className="fld-help">{t("history.restoreHelp")}</p>
            </FormFrame>
          </Panel>
        )}
        {!chosen && <p className="pan-empty">{t("history.none")}</p>}
      </div>
      <aside>
        <Panel title={t("history.title")} aside={<a href={path}>{t("history.back")}</a>}>
          <ul className="hst">
            {view.versions.map(({ version, at, author, parts, isMinor, reason }) => (
              <li key={version}>
                <a
                  href={`${path}/history?version=${version}`}
                  aria-current={version === chosen?.version ? "true" : undefined}
                >
                  {t("history.version", { version: String(version) })}
                </a>{" "}
                <time dateTime={at}>{moments.dayAndTime(at)}</time>
                <br />
                <Naming text={author ?? t("history.loaded")} />: {parts.map(partName).join(", ")}
                {isMinor && ` · ${t("release.minor")}`}
                {reason && <Naming text={` · ${reason}`} />}
              </li>
            ))}
          </ul>
        </Panel>
      </aside>
    </div>
  );
}

function ChangeList({ view, record, shape }: { view: View; record: Known; shape: Shape }) {
  const t = useTranslations("editor");
  const labelOf = useIssueLabels(record, shape);
  return (
    <ul className="chg">
      {view.chosen?.changes.map(({ part, path, before, after }) => (
        <li key={`${part} ${path}`}>
          <b>{labelOf(part, { path })}</b> <small>{part === "shared" ? t("figures") : t(`language.${part}`)}</small>
          <p lang={part === "shared" ? undefined : htmlLang[part]}>
            <Diff before={before} after={after} locale={part === "shared" ? "en" : part} />
          </p>
        </li>
      ))}
    </ul>
  );
}
