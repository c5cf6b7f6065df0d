import { useTranslations } from "next-intl";
import { Diff } from "@/components/admin/diff";
import { Theirs } from "@/components/admin/editor/field-input";
import { Offers } from "@/components/admin/editor/offers";
import { useRecordWords } from "@/components/admin/editor/words";
import { htmlLang, type Locale, locales } from "@/lib/i18n/locales";
import { inputId, inputName } from "@/lib/record/editor/schema";
import type { EditorView, SourceChange } from "@/lib/record/editor/types";
import { wrongTerms } from "@/lib/translation/terms";

/** Languages side by side, the source first. */
export function languageOrder(source: Locale): Locale[] {
  return [source, ...locales.filter((locale) => locale !== source)];
}

/**
 * One text in its three languages, each with how it stands to the source.
 *
 * @param path  of the text in the sheets of words
 * @param max   most characters
 */
export function TriText({
  view,
  path,
  label,
  max,
  isRequired,
}: {
  view: EditorView;
  path: string;
  label: string;
  max: number;
  isRequired?: boolean;
}) {
  const t = useTranslations("editor");
  return (
    <fieldset className="tri">
      <legend className="lab">
        {label}
        {isRequired && (
          <span className="fld-req" title={t("required")}>
            *
          </span>
        )}
      </legend>
      <div className="cols">
        {languageOrder(view.sourceLocale).map((locale) => (
          <OneText key={locale} {...{ view, path, label, max, locale }} />
        ))}
      </div>
    </fieldset>
  );
}

function OneText({
  view,
  path,
  label,
  max,
  locale,
}: {
  view: EditorView;
  path: string;
  label: string;
  max: number;
  locale: Locale;
}) {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const part = view.parts[locale];
  const name = inputName(locale, path);
  const id = inputId(name);
  const text = part.sheet[path] ?? "";
  const status = view.textStatus[locale][path];
  const change = view.sourceChanges[locale][path];
  const issue = part.issues.find((one) => one.path === path);
  const conflict = part.conflicts.find((one) => one.path === path);
  const isLong = max > 200;
  const isChanged = part.changed.includes(path);
  const isUnchecked = part.unchecked.includes(path);
  const shown = isUnchecked
    ? "machine"
    : isChanged && status !== "source"
      ? "edited"
      : (status ?? (text === "" ? "empty" : "edited"));
  const shared = {
    id,
    name,
    className: `in${status === "outdated" && !isChanged ? " is-old" : ""}${shown === "missing" ? " is-no" : ""}`,
    lang: htmlLang[locale],
    disabled: !part.mayEdit,
    defaultValue: text,
    maxLength: max * 2,
    "aria-describedby": issue ? `${id}-error` : undefined,
    "aria-invalid": issue ? true : undefined,
  };
  return (
    <div className={issue ? "has-error" : undefined}>
      <div className="cap">
        <label htmlFor={id}>
          <b>{t(`language.${locale}`)}</b>
          <span className="vh">: {label}</span>
        </label>
        <span className={`ts ts-${shown}`}>{t(`status.${shown}`)}</span>
      </div>
      {isLong ? (
        <textarea {...shared} rows={3} />
      ) : (
        <textarea {...shared} rows={2} className={`${shared.className} two`} />
      )}
      {issue && (
        <p className="err" id={`${id}-error`}>
          {words.issue(issue)}
        </p>
      )}
      <TermNotes
        source={view.parts[view.sourceLocale].sheet[path] ?? ""}
        text={text}
        from={view.sourceLocale}
        to={locale}
      />
      {change && <ChangeNote change={change} locale={view.sourceLocale} />}
      {isUnchecked && part.mayEdit && (
        <label className="check">
          <input type="checkbox" name={`checked/${name}`} value="yes" />
          <span>{t("machine.check")}</span>
        </label>
      )}
      {part.mayEdit && (
        <Offers offers={view.offers[locale][path] ?? []} name={name} from={view.sourceLocale} to={locale} />
      )}
      {conflict && <Theirs name={name} text={conflict.theirs} />}
    </div>
  );
}

/** Renderings that the glossary warns of, each with the right one. */
function TermNotes({ source, text, from, to }: { source: string; text: string; from: Locale; to: Locale }) {
  const t = useTranslations("editor");
  const notes = wrongTerms(source, text, from, to);
  if (notes.length === 0) return null;
  return (
    <ul className="term-notes" lang={htmlLang[to]} title={t("glossary")}>
      {notes.map(({ id, wrong, right }) => (
        <li key={id}>
          <u>{wrong}</u> → <b>{right}</b>
        </li>
      ))}
    </ul>
  );
}

/** What changed in the source since this translation was made. */
function ChangeNote({ change: { before, after }, locale }: { change: SourceChange; locale: Locale }) {
  const t = useTranslations("editor");
  return (
    <p className="diff-note" lang={htmlLang[locale]}>
      <span>{t("sourceChanged")}</span> <Diff before={before} after={after} locale={locale} />
    </p>
  );
}
