import { SourceChip } from "@/components/source/source-chip";
import { MeasureTerm } from "@/components/support/measure-term";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { MeasureView } from "@/lib/support/types";

/** Measures one under another, for a page that has a side column. */
export function MeasureRows({ measures }: { measures: MeasureView[] }) {
  const locale = usePageLocale();
  return (
    <ul className="rows">
      {measures.map((measure) => (
        <li key={measure.slug}>
          <p>
            <a href={paths.measure(locale, measure.slug)}>
              <b>
                <Words value={measure.name} />
              </b>
            </a>
          </p>
          {measure.text && (
            <p className="prose small">
              <Words value={measure.text} />
            </p>
          )}
          <p className="small">
            <MeasureTerm measure={measure} />
          </p>
          <SourceChip provenance={measure.provenance} />
        </li>
      ))}
    </ul>
  );
}
