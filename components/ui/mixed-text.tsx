import { Fragment } from "react";
import { htmlLang, type Locale } from "@/lib/i18n/locales";

/** Words of other scripts inside a text, with the marks and digits between them. */
const foreignRun =
  /(\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\s\d«»„“.,№-]*\p{Script=Cyrillic})?|\p{Script=Han}(?:[\p{Script=Han}\d、，。（）“”—-]*\p{Script=Han})?)/u;

/**
 * A text in one language that quotes others: each quotation carries its own `lang`, so that it is read and set right.
 * The element around it says the language of the text itself.
 *
 * @param except  language of that element, whose words need no sign
 */
export function MixedText({ text, except }: { text: string; except?: Locale }) {
  return text.split(foreignRun).map((run, index) => {
    const lang = languageOfRun(run);
    // the runs of a text keep their places
    const key = `${index}`;
    return lang && lang !== except ? (
      <span key={key} lang={htmlLang[lang]}>
        {run}
      </span>
    ) : (
      <Fragment key={key}>{run}</Fragment>
    );
  });
}

function languageOfRun(run: string): Locale | null {
  if (/^\p{Script=Cyrillic}/u.test(run)) return "ru";
  return /^\p{Script=Han}/u.test(run) ? "zh" : null;
}
