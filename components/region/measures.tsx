import { useTranslations } from "next-intl";
import { SourceLink } from "@/components/source/source-line";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { MeasureRow } from "@/lib/region/types";

/** What the state gives, each line with the act that says so. */
export function RegionMeasures({ measures }: { measures: MeasureRow[] }) {
  const t = useTranslations("region.support");
  const locale = usePageLocale();
  if (measures.length === 0) return null;
  return (
    <Section
      id="support"
      title={t("title")}
      intro={t("intro")}
      more={{ href: paths.support(locale), label: t("more") }}
    >
      <DataTable
        caption={t("title")}
        columns={[t("name"), t("text"), t("basis")]}
        rows={measures.map((measure) => ({
          key: measure.slug,
          head: (
            <>
              <a href={paths.measure(locale, measure.slug)}>
                <Words value={measure.name} />
              </a>{" "}
              <Tag>{t(`scope.${measure.scope}`)}</Tag>
            </>
          ),
          cells: [
            measure.text ? <Words key="text" value={measure.text} /> : <Unknown key="text" />,
            <span key="basis">
              {measure.legalBasis ? <Words value={measure.legalBasis} /> : <Unknown />}
              <br />
              <SourceLink provenance={measure.provenance} href={paths.measure(locale, measure.slug)} />
            </span>,
          ],
        }))}
      />
    </Section>
  );
}
