import { useTranslations } from "next-intl";
import { Diff } from "@/components/admin/diff";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { htmlLang, type Locale } from "@/lib/i18n/locales";
import { inputId } from "@/lib/record/editor/schema";
import type { Offer } from "@/lib/record/memory/types";

/**
 * Earlier translations of the same or a similar text, each with how like it is, where it stands and what differs in the
 * source. A button takes it: with scripts into the input at once, without them into the draft.
 *
 * @param name  of the input that they are for
 * @param from  source language
 * @param to    language of the input
 */
export function Offers({
  offers,
  name,
  from,
  to,
}: {
  offers: readonly Offer[];
  name: string;
  from: Locale;
  to: Locale;
}) {
  const t = useTranslations("editor.memory");
  const locale = usePageLocale();
  const best = offers[0];
  if (!best) return null;
  return (
    <details className="mem">
      <summary>{t("title", { count: offers.length, percent: String(best.percent) })}</summary>
      <ul>
        {offers.map(({ isWhole, percent, before, after, text, record, version }) => (
          <li key={text}>
            <p className="mem-text" lang={htmlLang[to]}>
              {text}
            </p>
            {before !== after && (
              <p className="mem-diff" lang={htmlLang[from]}>
                <Diff before={before} after={after} locale={from} />
              </p>
            )}
            <div className="mem-from">
              <b>{t("percent", { percent: String(percent) })}</b> {!isWhole && <span>{t("sentence")}</span>}{" "}
              {version !== null && <span>{t("version", { version: String(version) })}</span>}
              {record && (
                <span lang={record.lang === locale ? undefined : htmlLang[record.lang]}>
                  {record.id ? <a href={`/${locale}/admin/records/${record.id}`}>{record.name}</a> : record.name}
                </span>
              )}
              <button
                className="btn btn-small"
                type="submit"
                name="intent"
                value={`${isWhole ? "take" : "append"}/${name}/${text}`}
                data-take={inputId(name)}
              >
                {t(isWhole ? "take" : "append")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
