import { useTranslations } from "next-intl";
import { languageOrder } from "@/components/admin/editor/tri-text";
import { useMoments } from "@/components/admin/moments";
import { Panel } from "@/components/admin/panel";
import type { PartName } from "@/lib/publishing/types";
import type { EditorView } from "@/lib/record/editor/types";

/**
 * Which drafts go on: to review, into force now or later, or back. Its controls belong to the editor's form, so that what
 * was typed a moment ago goes along.
 */
export function ReleasePanel({ view, error }: { view: EditorView; error: (name: string) => string | undefined }) {
  const t = useTranslations("editor");
  const moments = useMoments(view.zone);
  const parts: PartName[] = ["shared", ...languageOrder(view.sourceLocale)];
  const { submit, publish } = view.may;
  if (!submit && !publish) return null;
  const inReview = parts.some((part) => view.parts[part].draft?.state === "in_review");
  return (
    <Panel title={t("release.title")} id="release">
      <fieldset className="rel-parts">
        <legend>{t("release.what")}</legend>
        {parts.map((part) => {
          const { draft, issues, mayEdit } = view.parts[part];
          return (
            <label key={part} className="check">
              <input
                type="checkbox"
                name="part"
                value={part}
                form="editor"
                defaultChecked={publish ? draft !== null : mayEdit}
                disabled={!publish && !mayEdit}
              />
              <span>
                {part === "shared" ? t("figures") : t(`language.${part}`)}{" "}
                <small className={issues.length > 0 && draft ? "rel-bad" : ""}>
                  {draft ? t(`draftState.${draft.state}`) : t("release.nothing")}
                  {draft && issues.length > 0 && `, ${t("release.issues", { count: issues.length })}`}
                </small>
                {draft?.publishAt && <small>{t("release.at", { at: moments.dayAndTime(draft.publishAt) })}</small>}
              </span>
            </label>
          );
        })}
      </fieldset>
      {parts.map((part) => {
        const { unchecked, mayEdit } = view.parts[part];
        if (part === "shared" || unchecked.length === 0 || !mayEdit) return null;
        return (
          <label key={part} className="check rel-machine">
            <input type="checkbox" name={`checked/${part}`} value="yes" form="editor" />
            <span>
              {t(`language.${part}`)}
              <br />
              {t("machine.checkAll", { count: unchecked.length })}
            </span>
          </label>
        );
      })}
      <details className="rel-minor">
        <summary>{t("release.minor")}</summary>
        <p className="fld-help">{t("release.minorHelp")}</p>
        <label className="check">
          <input type="checkbox" name="minor" value="yes" form="editor" />
          <span>{t("release.isMinor")}</span>
        </label>
        <label className="fld">
          {t("release.reason")}
          <input className="in" name="reason" form="editor" maxLength={300} />
        </label>
        {error("reason") && <p className="err">{error("reason")}</p>}
      </details>
      <div className="rel-buttons">
        {publish && (
          <button className="btn btn-primary" type="submit" name="intent" value="publish" form="editor">
            {t("release.publish")}
          </button>
        )}
        {submit && !publish && (
          <button className="btn btn-primary" type="submit" name="intent" value="submit" form="editor">
            {t("release.submit")}
          </button>
        )}
      </div>
      {publish && (
        <details className="rel-later">
          <summary>{t("release.later")}</summary>
          <label className="fld">
            {t("release.when", { zone: view.zone })}
            <input className="in" name="publishAt" form="editor" placeholder="2026-12-01 09:00" />
          </label>
          {error("publishAt") && <p className="err">{error("publishAt")}</p>}
          <button className="btn" type="submit" name="intent" value="schedule" form="editor">
            {t("release.schedule")}
          </button>
        </details>
      )}
      {publish && inReview && (
        <details className="rel-return" open={error("comment") !== undefined}>
          <summary>{t("release.return")}</summary>
          <label className="fld">
            {t("release.why")}
            <textarea className="in" name="comment" form="editor" rows={3} maxLength={2000} />
          </label>
          {error("comment") && <p className="err">{error("comment")}</p>}
          <button className="btn" type="submit" name="intent" value="return" form="editor">
            {t("release.sendBack")}
          </button>
        </details>
      )}
    </Panel>
  );
}
