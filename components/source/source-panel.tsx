import { useTranslations } from "next-intl";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { paths } from "@/lib/core/paths";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang } from "@/lib/i18n/locales";
import type { CitationView, Provenance } from "@/lib/source/types";

/**
 * All sources of one fact: its dates, what each source is, and where one disagrees. What else a source backs stands in
 * the list of sources, to which each leads.
 *
 * @param isOpen  stands in the page instead of floating over it
 */
export function SourcePanel({ provenance, isOpen = false }: { provenance: Provenance; isOpen?: boolean }) {
  const t = useTranslations("source");
  const dates = useDates();
  return (
    <div className={isOpen ? "src-open" : "src-card"}>
      <p className="src-state">{t(`freshness.${provenance.freshness}`)}</p>
      <dl>
        <dt>{t("panel.asOf")}</dt>
        <dd>{provenance.asOf ? dates.short(provenance.asOf) : t("panel.noAsOf")}</dd>
        {provenance.checkedOn && (
          <>
            <dt>{t("panel.checkedOn")}</dt>
            <dd>{dates.shortDay(provenance.checkedOn)}</dd>
          </>
        )}
        <dt>{t("panel.reviewBy")}</dt>
        <dd>{provenance.reviewBy ? dates.short(provenance.reviewBy) : t("panel.noReview")}</dd>
      </dl>
      <ul>
        {provenance.citations.map((citation) => (
          <Citation key={citation.source.code} citation={citation} />
        ))}
      </ul>
    </div>
  );
}

function Citation({ citation: { source, agrees, says, saysValue } }: { citation: CitationView }) {
  const t = useTranslations("source");
  const dates = useDates();
  const locale = usePageLocale();
  const { number } = useQuantity();
  const own = says ?? (saysValue === null ? null : number(saysValue));
  return (
    <li>
      {source.url ? (
        <a href={source.url} rel="noopener noreferrer" lang={htmlLang[languageByScript(source.title)]}>
          {source.title}
        </a>
      ) : (
        <b>
          <Foreign text={source.title} />
        </b>
      )}
      <span>
        <Foreign text={source.publisher} />
        {", "}
        {source.publishedOn ? dates.shortDay(source.publishedOn) : t("panel.noAsOf")}
        {!source.url && <> · {t("panel.noUrl")}</>}
        {" · "}
        <a href={paths.source(locale, source)}>{t("panel.about")}</a>
      </span>
      {!agrees && (
        <span className="src-says">{own === null ? t("panel.disagrees") : t("panel.says", { value: own })}</span>
      )}
    </li>
  );
}
