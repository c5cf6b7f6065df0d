import { useTranslations } from "next-intl";
import { SourcePanel } from "@/components/source/source-panel";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import type { Provenance } from "@/lib/source/types";

/** A publisher's name without what stands behind it in brackets or after a comma; the panel has the whole of it. */
function shortName(publisher: string): string {
  return publisher.split(/ \(|, /)[0] ?? publisher;
}

/**
 * Who says so, as of when, and whether it still counts; opens to all sources. `name` closes the chip opened before.
 */
export function SourceChip({ provenance }: { provenance: Provenance }) {
  const t = useTranslations("source");
  const dates = useDates();
  const [newest, ...others] = provenance.citations;
  if (!newest) return null;
  const { publisher, publishedOn } = newest.source;
  const publishedDate = publishedOn ? dates.shortDay(publishedOn) : t("chip.noDate");
  return (
    <details className="src" name="src" data-f={provenance.freshness}>
      <summary>
        <Foreign text={shortName(publisher)} />{" "}
        <span className="num">{provenance.asOf ? dates.short(provenance.asOf) : publishedDate}</span>
        {others.length > 0 && <span> {t("chip.more", { more: others.length })}</span>}
        <span className="vh">{t("chip.state", { state: t(`freshness.${provenance.freshness}`) })}</span>
        {provenance.citations.some(({ agrees }) => !agrees) && <b className="src-differs">{t("chip.differs")}</b>}
      </summary>
      <SourcePanel provenance={provenance} />
    </details>
  );
}
