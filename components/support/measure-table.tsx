import { useTranslations } from "next-intl";
import { SourceLink } from "@/components/source/source-line";
import { MeasureTerm } from "@/components/support/measure-term";
import { DataTable } from "@/components/ui/data-table";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { MeasureView } from "@/lib/support/types";

/** Measures side by side; each source leads to the measure's page, which has them all. */
export function MeasureTable({ caption, measures }: { caption: string; measures: MeasureView[] }) {
  const t = useTranslations("support.column");
  const locale = usePageLocale();
  return (
    <DataTable
      caption={caption}
      columns={[t("name"), t("text"), t("basis"), t("term"), t("source")]}
      rows={measures.map((measure) => ({
        key: measure.slug,
        head: (
          <a href={paths.measure(locale, measure.slug)}>
            <Words value={measure.name} />
          </a>
        ),
        cells: [
          measure.text ? (
            <span key="text" className="small">
              <Words value={measure.text} />
            </span>
          ) : (
            <Unknown key="text" />
          ),
          measure.legalBasis ? (
            <span key="basis" className="small">
              <Words value={measure.legalBasis} />
            </span>
          ) : (
            <Unknown key="basis" what="notStated" />
          ),
          <MeasureTerm key="term" measure={measure} />,
          <SourceLink key="source" provenance={measure.provenance} href={paths.measure(locale, measure.slug)} />,
        ],
      }))}
    />
  );
}
