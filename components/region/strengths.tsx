import { useTranslations } from "next-intl";
import { SourceLink } from "@/components/source/source-line";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths, strengthId } from "@/lib/core/paths";
import type { RegionView } from "@/lib/region/types";

/** Why here, in short numbered reasons. */
export function RegionStrengths({ region: { slug, strengths } }: { region: RegionView }) {
  const t = useTranslations("region.strengths");
  const sources = paths.regionSources(usePageLocale(), slug);
  if (strengths.length === 0) return null;
  return (
    <Section id="strengths" title={t("title", { count: strengths.length })}>
      <ol className="strengths">
        {strengths.map(({ title, text, provenance }, index) => (
          <li key={title.text}>
            <h3>
              <Words value={title} />
            </h3>
            <p>
              <Words value={text} />
            </p>
            <SourceLink provenance={provenance} href={`${sources}#${strengthId(index + 1)}`} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
