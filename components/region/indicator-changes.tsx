import { useTranslations } from "next-intl";
import { SourceLink } from "@/components/source/source-line";
import { Bar } from "@/components/ui/bar";
import { useDates } from "@/components/ui/use-dates";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { indicatorId } from "@/lib/core/paths";
import type { IndicatorView } from "@/lib/region/types";

/**
 * Indicators of which two moments are known, earlier first: bars with the numbers beside them. A target says so.
 *
 * @param sources  address of the page that has their sources in full
 */
export function IndicatorChanges({ indicators, sources }: { indicators: IndicatorView[]; sources: string }) {
  const t = useTranslations("region.indicators");
  const known = indicators.flatMap(({ comparison, ...indicator }) =>
    comparison ? [{ ...indicator, comparison }] : [],
  );
  if (known.length === 0) return null;
  return (
    <>
      <h3 className="sub-h">{t("changes")}</h3>
      <div className="comparisons">
        {known.map((indicator) => (
          <Change key={indicator.key} indicator={indicator} sources={sources} />
        ))}
      </div>
    </>
  );
}

type Compared = IndicatorView & { comparison: NonNullable<IndicatorView["comparison"]> };

function Change({
  indicator: { key, label, unit, figure, period, comparison },
  sources,
}: {
  indicator: Compared;
  sources: string;
}) {
  const { withUnit, inline, caveat } = useQuantity();
  const dates = useDates();
  const moments = [
    { period, value: figure.value, qualifier: figure.qualifier },
    { period: comparison.period, value: comparison.value, qualifier: comparison.qualifier },
  ].sort((a, b) => a.period.from.localeCompare(b.period.from));
  const max = Math.max(...moments.map(({ value }) => value));
  return (
    <table className="comparison">
      <caption>
        <Words value={label} />
      </caption>
      <tbody>
        {moments.map(({ period: moment, value, qualifier }) => (
          <tr key={moment.from}>
            <th scope="row">{dates.long(moment)}</th>
            <td>
              <b>{inline(withUnit({ value, qualifier }, unit))}</b> <small>{caveat(qualifier)}</small>
              <Bar value={value} max={max} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>
            <SourceLink provenance={figure.provenance} href={`${sources}#${indicatorId(key)}`} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
