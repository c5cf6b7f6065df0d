import { TaxNotes } from "@/components/site/tax-lines";
import { SourceLink } from "@/components/source/source-line";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { TaxLine } from "@/lib/regime/types";

/** What a regime says of one tax: rate, years, for whom, and who says so. */
export function RegimeCell({ slug, lines }: { slug: string; lines: TaxLine[] }) {
  const locale = usePageLocale();
  return lines.map((line) => (
    <div key={line.rate.text} className={line.provenance.freshness === "stale" ? "is-stale" : undefined}>
      <b className="val">
        <Words value={line.rate} />
      </b>
      <TaxNotes line={line} />
      <SourceLink provenance={line.provenance} href={`${paths.regime(locale, slug)}#taxes`} />
    </div>
  ));
}
