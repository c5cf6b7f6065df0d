import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldsPanel } from "@/components/admin/editor/fields-panel";
import { type AttachedFiles, FilesPanel } from "@/components/admin/editor/files-panel";
import { useIssueLabels } from "@/components/admin/editor/issue-labels";
import { PublishBar } from "@/components/admin/editor/publish-bar";
import { ReleasePanel } from "@/components/admin/editor/release-panel";
import { RowsPanel } from "@/components/admin/editor/rows-panel";
import { SettingsPanel } from "@/components/admin/editor/settings-panel";
import {
  ChecksPanel,
  CommentsPanel,
  HistoryPanel,
  PreviewPanel,
  RarePanel,
} from "@/components/admin/editor/side-panels";
import { GroupTally, TranslationContents } from "@/components/admin/editor/tally";
import { Texts } from "@/components/admin/editor/texts";
import { TriText } from "@/components/admin/editor/tri-text";
import { useRecordWords } from "@/components/admin/editor/words";
import { FormFrame } from "@/components/admin/form-frame";
import { Naming } from "@/components/admin/naming";
import { Panel } from "@/components/admin/panel";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import type { Shape } from "@/lib/publishing/shape";
import type { PartName } from "@/lib/publishing/types";
import { printFormBase } from "@/lib/record/editor/schema";
import type { EditorView as View } from "@/lib/record/editor/types";
import { longestName, longestSummary } from "@/lib/translation/fields";

const parts: PartName[] = ["shared", "ru", "zh", "en"];

/**
 * One record in the hands of staff: words in three languages side by side, figures with their sources, rows, and what has to
 * happen until it is public.
 *
 * @param error  why a field beside the sheets was refused
 */
export function EditorView({
  view,
  shape,
  locale,
  error,
  previewToken,
  files,
  head,
  aside,
}: {
  view: View;
  shape: Shape;
  locale: Locale;
  error: (name: string) => string | undefined;
  previewToken: string | null;
  /** files that stand at the record, and those that could */
  files?: AttachedFiles | undefined;
  /** stands above the form: the picture itself */
  head?: ReactNode;
  /** stands last beside the form */
  aside?: ReactNode;
}) {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const labelOf = useIssueLabels(view, shape);
  const hasConflict = parts.some((part) => view.parts[part].conflicts.length > 0);
  return (
    <>
      <PublishBar view={view} locale={locale} />
      {view.alsoOpen.length > 0 && (
        <p className="note">
          <Icon name="people" />
          <span>
            <Naming text={t("alsoOpen", { names: view.alsoOpen.join(", ") })} />
          </span>
        </p>
      )}
      {hasConflict && (
        <div className="note note-bad" role="alert">
          <Icon name="warn" />
          <p>{t("conflict")}</p>
        </div>
      )}
      {head}
      <div className="edit">
        <FormFrame locale={locale} action="save-record" back={`/admin/records/${view.id}`} id="editor">
          {/* The first button is the one that Enter presses. */}
          <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
            {t("bar.save")}
          </button>
          <input type="hidden" name="record" value={view.id} />
          {parts.map((part) => (
            <input key={part} type="hidden" name={`base.${part}`} value={printFormBase(view.parts[part].base)} />
          ))}
          <TranslationContents view={view} shape={shape} />
          <Panel title={t("words")} id="words" aside={<GroupTally view={view} ids={[view.id]} />}>
            <TriText view={view} path="name" label={words.text(view.kind, "name")} max={longestName} isRequired />
            <TriText view={view} path="summary" label={words.text(view.kind, "summary")} max={longestSummary} />
            <Texts view={view} part={view.id} kind={shape.kind} />
          </Panel>
          <FieldsPanel view={view} shape={shape} />
          {Object.entries(shape.rows).map(([group, rows]) =>
            rows.table === "mediaUse" && files ? (
              <FilesPanel key={group} view={view} group={group} shape={rows} files={files} locale={locale} />
            ) : (
              <RowsPanel key={group} view={view} group={group} shape={rows} />
            ),
          )}
          <p className="edit-end">
            <button className="btn btn-primary" type="submit" name="intent" value="save">
              {t("bar.save")}
            </button>
          </p>
        </FormFrame>
        <aside>
          <ReleasePanel view={view} error={error} />
          <ChecksPanel view={view} labelOf={labelOf} />
          <CommentsPanel view={view} locale={locale} error={error} />
          {view.kind !== "media" && <PreviewPanel view={view} locale={locale} token={previewToken} />}
          <SettingsPanel view={view} locale={locale} error={error} />
          <HistoryPanel view={view} locale={locale} />
          <RarePanel view={view} locale={locale} />
          {aside}
        </aside>
      </div>
      <script type="module" src="/islands/staff.js" data-island="" />
    </>
  );
}
