import { useTranslations } from "next-intl";
import { TriText } from "@/components/admin/editor/tri-text";
import { useRecordWords } from "@/components/admin/editor/words";
import type { Kind } from "@/lib/db/generated/enums";
import { locales } from "@/lib/i18n/locales";
import type { EditorView } from "@/lib/record/editor/types";
import { type TextField, textFieldsOf } from "@/lib/translation/fields";

/** Texts of the record or of a row in it. Those that nobody needs to fill and nobody filled stand behind a fold. */
export function Texts({ view, part, kind }: { view: EditorView; part: string; kind: Kind }) {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const pathOf = ({ field }: TextField) => `texts.${part}.${field}`;
  const isShown = (text: TextField) =>
    text.isRequired ||
    locales.some((locale) => {
      const { sheet, issues, conflicts } = view.parts[locale];
      const path = pathOf(text);
      return sheet[path] || [...issues, ...conflicts].some((one) => one.path === path);
    });
  const draw = (text: TextField) => (
    <TriText
      key={text.field}
      view={view}
      path={pathOf(text)}
      label={words.text(kind, text.field)}
      max={text.maxLength}
      isRequired={text.isRequired}
    />
  );
  const texts = textFieldsOf(kind);
  const folded = texts.filter((text) => !isShown(text));
  const mayWrite = locales.some((locale) => view.parts[locale].mayEdit);
  return (
    <>
      {texts.filter(isShown).map(draw)}
      {folded.length > 0 && mayWrite && (
        <details className="bck-more">
          <summary>{t("moreTexts", { names: folded.map(({ field }) => words.text(kind, field)).join(", ") })}</summary>
          {folded.map(draw)}
        </details>
      )}
    </>
  );
}
