import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Foreign } from "@/components/ui/foreign";
import { MixedText } from "@/components/ui/mixed-text";
import { PageHead } from "@/components/ui/page-head";
import { useDates } from "@/components/ui/use-dates";
import { Words } from "@/components/ui/words";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang } from "@/lib/i18n/locales";
import type { RegionRef } from "@/lib/region/types";
import type { ListedSource } from "@/lib/source/types";

/** Everything the portal rests on: a folded list for each region, and one for what they share. */
export function SourceGroups({ sources, regions }: { sources: ListedSource[]; regions: RegionRef[] }) {
  const t = useTranslations("about.sources");
  const of = (slug: string | null) => sources.filter(({ region }) => region === slug);
  return (
    <>
      <PageHead title={t("title")} intro={t("intro", { count: sources.length })} />
      <div className="wrap folds">
        {regions.map(({ slug, name }) => (
          <Group key={slug} id={slug} title={<Words value={name} />} sources={of(slug)} />
        ))}
        <Group id="shared" title={t("shared")} sources={of(null)} />
      </div>
    </>
  );
}

function Group({ id, title, sources }: { id: string; title: ReactNode; sources: ListedSource[] }) {
  const t = useTranslations("about.sources");
  if (sources.length === 0) return null;
  return (
    <details className="fold" id={id}>
      <summary>
        <h2>{title}</h2> <span>{t("count", { count: sources.length })}</span>
      </summary>
      <ol className="sources">
        {sources.map((source) => (
          <SourceItem key={source.code} source={source} />
        ))}
      </ol>
    </details>
  );
}

function SourceItem({ source }: { source: ListedSource }) {
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
