import { useTranslations } from "next-intl";
import { hasPage } from "@/components/admin/editor/public-path";
import { useRecordWords } from "@/components/admin/editor/words";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useMoments } from "@/components/admin/moments";
import { Naming } from "@/components/admin/naming";
import { Panel } from "@/components/admin/panel";
import { ExportLinks } from "@/components/register/export-links";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import type { Issue, PartName } from "@/lib/publishing/types";
import { inputId, inputName } from "@/lib/record/editor/schema";
import type { EditorView } from "@/lib/record/editor/types";

const partNames: PartName[] = ["shared", "ru", "zh", "en"];

/** What stands in the way of publishing, each with the way to its field. */
export function ChecksPanel({
  view,
  labelOf,
}: {
  view: EditorView;
  labelOf: (part: PartName, issue: Issue) => string;
}) {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const found = partNames.flatMap((part) => view.parts[part].issues.map((issue) => ({ part, issue })));
  return (
    <Panel
      title={t("checks.title")}
      id="checks"
      aside={found.length > 0 ? <b className="rel-bad">{t("checks.count", { count: found.length })}</b> : undefined}
    >
      <ul className="checks">
        {found.slice(0, 30).map(({ part, issue }) => (
          <li key={`${part} ${issue.path} ${issue.code} ${issue.detail}`} className="ck-bad">
            <Icon name="cross" />
            <span>
              <a href={`#${inputId(inputName(part, issue.path))}`}>{labelOf(part, issue)}</a>
              {part !== "shared" && ` (${t(`language.${part}`)})`}
              <br />
              {words.issue(issue)}
            </span>
          </li>
        ))}
        {found.length > 30 && <li>{t("checks.more", { count: String(found.length - 30) })}</li>}
        {found.length === 0 && (
          <li className="ck-ok">
            <Icon name="yes" />
            <span>{t("checks.none")}</span>
          </li>
        )}
      </ul>
      <Advice checks={view.checks} />
    </Panel>
  );
}

/** What does not stand in the way, but should be seen to. */
function Advice({ checks }: { checks: EditorView["checks"] }) {
  const t = useTranslations("editor.checks");
  const words = useTranslations("finding");
  if (checks.length === 0) return null;
  return (
    <>
      <h3 className="ck-h">{t("advice")}</h3>
      <ul className="checks">
        {checks.map(({ code, count, locales, details }) => (
          <li key={code} className="ck-warn">
            <Icon name="warn" />
            <span>
              {words(`check.${code}`, {
                count,
                languages: locales.map((one) => words(`language.${one}`)).join(words("languageGap")),
              })}
              {code === "link_broken" && details.map((url) => <small key={url}>{url}</small>)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Comments of reviewers and editors. */
export function CommentsPanel({
  view,
  locale,
  error,
}: {
  view: EditorView;
  locale: Locale;
  error: (name: string) => string | undefined;
}) {
  const t = useTranslations("editor.comments");
  const moments = useMoments(view.zone);
  return (
    <Panel title={t("title")} id="comments">
      <ul className="cms">
        {view.comments.map(({ author, body, at }) => (
          <li key={`${at} ${author}`}>
            <p className="cm-head">
              <b>
                <Naming text={author} />
              </b>{" "}
              <time dateTime={at}>{moments.dayAndTime(at)}</time>
            </p>
            <p className="cm-body">
              <Naming text={body} />
            </p>
          </li>
        ))}
      </ul>
      <FormFrame locale={locale} action="comment-record" back={`/admin/records/${view.id}`}>
        <input type="hidden" name="record" value={view.id} />
        <TextInput name="comment" label={t("add")} multiline={2} max={2000} error={error("comment")} />
        <button className="btn" type="submit">
          {t("send")}
        </button>
      </FormFrame>
    </Panel>
  );
}

/** A link by which somebody without an account sees the drafts; its secret is shown once. */
export function PreviewPanel({ view, locale, token }: { view: EditorView; locale: Locale; token: string | null }) {
  const t = useTranslations("editor.preview");
  const back = `/admin/records/${view.id}`;
  const path = `/${locale}/preview/${token}`;
  if (!view.may.preview || !hasPage(view.kind)) return null;
  return (
    <Panel title={t("title")} id="preview">
      {token && (
        <p className="prv">
          {t("link")}
          <br />
          <a href={path}>{path}</a>
        </p>
      )}
      <p className="fld-help">{t("help")}</p>
      {(["create", "withdraw"] as const).map((what) => (
        <FormFrame
          key={what}
          locale={locale}
          action={what === "create" ? "create-preview" : "withdraw-previews"}
          back={back}
        >
          <input type="hidden" name="record" value={view.id} />
          <button className="btn btn-small" type="submit">
            {t(what)}
          </button>
        </FormFrame>
      ))}
    </Panel>
  );
}

/** The last versions, and the way to all of them. */
export function HistoryPanel({ view, locale }: { view: EditorView; locale: Locale }) {
  const t = useTranslations("editor.history");
  const moments = useMoments(view.zone);
  return (
    <Panel title={t("title")} aside={<a href={`/${locale}/admin/records/${view.id}/history`}>{t("all")}</a>}>
      {view.history.length === 0 && <p className="pan-empty">{t(view.version === 0 ? "none" : "noneKept")}</p>}
      <ul className="hst">
        {view.history.slice(0, 5).map(({ version, at, author }) => (
          <li key={version}>
            <a href={`/${locale}/admin/records/${view.id}/history?version=${version}`}>
              {t("version", { version: String(version) })}
            </a>{" "}
            <time dateTime={at}>{moments.dayAndTime(at)}</time> <Naming text={author ?? t("loaded")} />
          </li>
        ))}
      </ul>
      {view.version > 0 && (
        <ExportLinks
          path={`/${locale}/admin/records/export`}
          query={`record=${view.id}`}
          hasLists={view.kind === "site"}
          isOne
        />
      )}
    </Panel>
  );
}

/** Throwing drafts away, withdrawing from the public pages: rare, so behind a fold. */
export function RarePanel({ view, locale }: { view: EditorView; locale: Locale }) {
  const t = useTranslations("editor");
  const drafts = partNames.filter((part) => view.parts[part].draft && view.parts[part].mayEdit);
  const isPublic = view.state === "published";
  const back = `/admin/records/${view.id}`;
  const partName = (part: PartName) => (part === "shared" ? t("figures") : t(`language.${part}`));
  if (drafts.length === 0 && !view.may.publish) return null;
  return (
    <details className="pan rare">
      <summary>{t("rare.title")}</summary>
      <div className="pan-b">
        {drafts.length > 0 && (
          <FormFrame locale={locale} action="discard-draft" back={back}>
            <input type="hidden" name="record" value={view.id} />
            <p className="fld-help">{t("rare.discardHelp")}</p>
            {drafts.map((part) => (
              <label key={part} className="check">
                <input type="checkbox" name="part" value={part} />
                <span>{partName(part)}</span>
              </label>
            ))}
            <button className="btn" type="submit">
              {t("rare.discard")}
            </button>
          </FormFrame>
        )}
        {view.may.publish &&
          partNames
            .filter((part) => part !== view.sourceLocale)
            .map((part) => {
              const state = part === "shared" ? view.state : view.parts[part].state;
              if (state !== "published" && state !== "withdrawn") return null;
              if (part !== "shared" && !isPublic) return null;
              const isOut = state === "withdrawn";
              return (
                <FormFrame
                  key={part}
                  locale={locale}
                  action={isOut ? "republish-record" : "withdraw-record"}
                  back={back}
                >
                  <input type="hidden" name="record" value={view.id} />
                  <input type="hidden" name="part" value={part} />
                  {!isOut && (
                    <TextInput
                      name="reason"
                      label={t("rare.reason", { what: part === "shared" ? t("rare.whole") : partName(part) })}
                      required
                      max={300}
                    />
                  )}
                  <button className="btn" type="submit">
                    {t(isOut ? "rare.republish" : "rare.withdraw", {
                      what: part === "shared" ? t("rare.whole") : partName(part),
                    })}
                  </button>
                </FormFrame>
              );
            })}
      </div>
    </details>
  );
}
