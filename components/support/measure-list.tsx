import { useTranslations } from "next-intl";
import { MeasureTable } from "@/components/support/measure-table";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Words } from "@/components/ui/words";
import type { RegionRef } from "@/lib/region/types";
import type { MeasureView } from "@/lib/support/types";

/** Federal measures, then a section for each region that has any of its own. */
export function MeasureList({ measures, regions }: { measures: MeasureView[]; regions: RegionRef[] }) {
  const t = useTranslations("support");
  const federal = measures.filter(({ region }) => region === null);
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} />
      {federal.length > 0 && (
        <Section id="federal" title={t("federal")}>
          <div className="measures">
            <MeasureTable caption={t("federal")} measures={federal} />
          </div>
        </Section>
      )}
      {regions.map(({ slug, name }) => {
        const here = measures.filter(({ region }) => region?.slug === slug);
        return (
          here.length > 0 && (
            <Section key={slug} id={slug} title={<Words value={name} />}>
              <div className="measures">
                <MeasureTable caption={name.text} measures={here} />
              </div>
            </Section>
          )
        );
      })}
    </>
  );
}
