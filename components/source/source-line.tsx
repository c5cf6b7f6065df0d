import { useTranslations } from "next-intl";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import type { Provenance } from "@/lib/source/types";

/** A publisher's name without what stands behind it in brackets or after a comma; the panel has the whole of it. */
function shortName(publisher: string): string {
  return publisher.split(/ \(|, /)[0] ?? publisher;
}

/** In one line: who says so, as of when, how many others do, and whether it still counts. */
export function SourceLine({ provenance }: { provenance: Provenance }) {
  const t = useTranslations("source");
  const dates = useDates();
  const [newest, ...others] = provenance.citations;
  if (!newest) return null;
  const { publisher, publishedOn } = newest.source;
  const publishedDate = publishedOn ? dates.shortDay(publishedOn) : t("chip.noDate");
  return (
    <>
      <Foreign text={shortName(publisher)} />{" "}
      <span className="num">{provenance.asOf ? dates.short(provenance.asOf) : publishedDate}</span>
      {others.length > 0 && ` ${t("chip.more", { more: others.length })}`}
      <span className="vh">{t("chip.state", { state: t(`freshness.${provenance.freshness}`) })}</span>
      {provenance.citations.some(({ agrees }) => !agrees) && (
        <>
          {" "}
          <b className="src-differs">{t("chip.differs")}</b>
        </>
      )}
    </>
  );
}

/** The line as a link to where the panel is: for lists, in which a panel in every row would weigh more than the rows. */
export function SourceLink({ provenance, href }: { provenance: Provenance; href: string }) {
  return (
    <a className="src dot" data-f={provenance.freshness} href={href}>
      <SourceLine provenance={provenance} />
    </a>
  );
}
