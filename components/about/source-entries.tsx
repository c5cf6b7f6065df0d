import { useTranslations } from "next-intl";
import { Foreign } from "@/components/ui/foreign";
import { MixedText } from "@/components/ui/mixed-text";
import { useDates } from "@/components/ui/use-dates";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang } from "@/lib/i18n/locales";
import type { ListedSource } from "@/lib/source/types";

/** Sources one below the other, each with an address of its own and what it backs. */
export function SourceEntries({ sources }: { sources: ListedSource[] }) {
  return (
    <ol className="sources">
      {sources.map((source) => (
        <SourceEntry key={source.code} source={source} />
      ))}
    </ol>
  );
}

function SourceEntry({ source }: { source: ListedSource }) {
  const t = useTranslations("about.sources");
  const panel = useTranslations("source.panel");
  const dates = useDates();
  const { code, title, publisher, url, publishedOn, factCount, supports } = source;
  return (
    <li id={code}>
      {url ? (
        <a href={url} rel="noopener noreferrer" lang={htmlLang[languageByScript(title)]}>
          {title}
        </a>
      ) : (
        <Foreign text={title} />
      )}
      <small>
        <Foreign text={publisher} />
        {" · "}
        {publishedOn ? dates.shortDay(publishedOn) : panel("noAsOf")}
        {" · "}
        {t("facts", { count: factCount })}
        {!url && ` · ${panel("noUrl")}`}
      </small>
      <small lang="en">
        <MixedText text={supports} />
      </small>
    </li>
  );
}
