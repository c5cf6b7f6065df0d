import { useTranslations } from "next-intl";
import { useRecordWords } from "@/components/admin/editor/words";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { Shape } from "@/lib/publishing/shape";
import { groupsWithTexts, isDone, sumOf, type Tallies, type Tally, tallyOf } from "@/lib/record/editor/rules";
import type { EditorView } from "@/lib/record/editor/types";

const states = ["missing", "outdated", "machine", "work"] as const;

/** What is left to do in one language, in words; a single sign where nothing is. */
function Left({ tally }: { tally: Tally }) {
  const t = useTranslations("editor.tally");
  if (isDone(tally)) {
    return <span className="ts ts-current">{t(tally.current > 0 ? "done" : "none")}</span>;
  }
  return states.map(
    (state) =>
      tally[state] > 0 && (
        <span key={state} className={`ts ${state === "work" ? "ts-edited" : `ts-${state}`}`}>
          {t(state, { count: tally[state] })}
        </span>
      ),
  );
}

/** In the heading of a group: languages in which something is left to do. */
export function GroupTally({ view, ids }: { view: EditorView; ids: readonly string[] }) {
  const t = useTranslations("editor");
  const tallies = tallyOf(view, ids);
  return (
    <span className="tly">
      {locales.map((locale) => {
        const tally = tallies[locale];
        if (!tally || isDone(tally)) return null;
        return (
          <span key={locale}>
            <b>{t(`language.${locale}`)}</b> <Left tally={tally} />
          </span>
        );
      })}
    </span>
  );
}

/** All groups and languages with what is left to do in each, and the way there; a machine draft where there is a machine. */
export function TranslationContents({ view, shape }: { view: EditorView; shape: Shape }) {
  const t = useTranslations("editor");
  const words = useRecordWords();
  const groups = groupsWithTexts(view, shape).map(({ group, ids }) => ({ group, tallies: tallyOf(view, ids) }));
  const languages = locales.filter((locale) => locale !== view.sourceLocale);
  const sums: Tallies = Object.fromEntries(
    languages.map((locale) => [
      locale,
      sumOf(
        groups.map(({ tallies }) => tallies),
        locale,
      ),
    ]),
  );
  const isTranslator = !view.parts.shared.mayEdit && languages.some((locale) => view.parts[locale].mayEdit);
  return (
    <details className="toc" open={isTranslator}>
      <summary>
        <b>{t("tally.title")}</b>
        {languages.map((locale) => (
          <span key={locale}>
            <b>{t(`language.${locale}`)}</b> {sums[locale] && <Left tally={sums[locale]} />}
          </span>
        ))}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("tally.group")}</th>
            {languages.map((locale) => (
              <th scope="col" key={locale}>
                {t(`language.${locale}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, tallies }) => (
            <tr key={group}>
              <th scope="row">
                <a href={group === "words" ? "#words" : `#group-${group}`}>
                  {group === "words" ? t("words") : words.group(group)}
                </a>
              </th>
              {languages.map((locale) => (
                <td key={locale}>{tallies[locale] && <Left tally={tallies[locale]} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <MachineButtons view={view} sums={sums} languages={languages} />
    </details>
  );
}

/** Saves what was typed, then asks the machine for what a language lacks. */
function MachineButtons({ view, sums, languages }: { view: EditorView; sums: Tallies; languages: readonly Locale[] }) {
  const t = useTranslations("editor");
  const open = languages.filter((locale) => {
    const { missing = 0, outdated = 0 } = sums[locale] ?? {};
    return view.parts[locale].mayEdit && missing + outdated > 0;
  });
  if (!view.may.machine || open.length === 0) return null;
  return (
    <p className="toc-machine">
      {open.map((locale) => (
        <button
          key={locale}
          className="btn btn-small"
          type="submit"
          name="intent"
          value={`machine/${locale}`}
          form="editor"
        >
          {t("machine.make", { language: t(`language.${locale}`) })}
        </button>
      ))}
    </p>
  );
}
