import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SourceChip } from "@/components/source/source-chip";
import { Bar } from "@/components/ui/bar";
import { Section } from "@/components/ui/section";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { capitals, chineseCities } from "@/lib/map/places";
import type { OutcomeTally } from "@/lib/outcome/types";
import type { RegionProfile } from "@/lib/region/comparison/types";
import { straightKm } from "@/lib/site/rules";
import type { Figure } from "@/lib/source/types";

type Line = {
  key: "population" | "area" | "grp" | "sites" | "visits" | "signed" | "toBeijing";
  of: (region: RegionProfile) => { value: number; written: ReactNode; figure: Figure | null } | null;
};

const furtherStages = ["signed", "in_work", "launched", "kept"] as const;

/** Regions side by side, a list of bars for each thing that can be compared. Nothing is ranked by promised money. */
export function RegionComparison({
  regions,
  tallies,
}: {
  regions: RegionProfile[];
  tallies: Record<string, OutcomeTally>;
}) {
  const t = useTranslations("region.comparison");
  const { withUnit, inline, number } = useQuantity();
  const lines: Line[] = [
    {
      key: "population",
      of: ({ population }) =>
        population && { value: population.value, written: inline(withUnit(population, "people")), figure: population },
    },
    {
      key: "area",
      of: ({ areaKm2 }) =>
        areaKm2 && { value: areaKm2.value, written: t("km2", { value: number(areaKm2.value) }), figure: areaKm2 },
    },
    {
      key: "grp",
      of: ({ grpRub, grpYear }) =>
        grpRub && {
          value: grpRub.value,
          written: t("grpValue", {
            value: inline(withUnit({ ...grpRub, value: grpRub.value / 1e9 }, "billion_rub")),
            year: String(grpYear ?? ""),
          }),
          figure: grpRub,
        },
    },
    { key: "sites", of: ({ siteCount }) => ({ value: siteCount, written: number(siteCount), figure: null }) },
    { key: "visits", of: ({ visitCount }) => ({ value: visitCount, written: number(visitCount), figure: null }) },
    {
      key: "signed",
      of: ({ slug }) => {
        const tally = tallies[slug];
        const value = furtherStages.reduce((sum, stage) => sum + (tally?.byStage[stage] ?? 0), 0);
        return { value, written: t("ofTotal", { value, total: tally?.total ?? 0 }), figure: null };
      },
    },
    {
      key: "toBeijing",
      of: ({ isoCode }) => {
        const capital = capitals[isoCode];
        const value = capital ? straightKm(capital, chineseCities.beijing) : null;
        return value === null ? null : { value, written: t("km", { km: value }), figure: null };
      },
    },
  ];
  return (
    <Section id="comparison" title={t("title")} intro={t("intro")}>
      <div className="comparisons">
        {lines.map((line) => (
          <ComparisonLine key={line.key} title={t(`line.${line.key}`)} line={line} regions={regions} />
        ))}
      </div>
    </Section>
  );
}

function ComparisonLine({ title, line, regions }: { title: string; line: Line; regions: RegionProfile[] }) {
  const locale = usePageLocale();
  const values = regions.map((region) => ({ region, answer: line.of(region) }));
  const max = Math.max(...values.map(({ answer }) => answer?.value ?? 0));
  return (
    <table className="comparison">
      <caption>{title}</caption>
      <tbody>
        {values.map(({ region, answer }) => (
          <tr key={region.slug} data-region={region.slug}>
            <th scope="row">
              <a href={paths.region(locale, region.slug)}>
                <Words value={region.name} hasMark={false} />
              </a>
            </th>
            <td>
              {answer ? (
                <>
                  <b>{answer.written}</b>
                  <Bar value={answer.value} max={max} />
                  {answer.figure && <SourceChip provenance={answer.figure.provenance} />}
                </>
              ) : (
                <Unknown />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
