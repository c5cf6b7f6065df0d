import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Section } from "@/components/ui/section";
import { Words } from "@/components/ui/words";
import type { StrengthView } from "@/lib/region/types";

/** Why here, in short numbered reasons. */
export function RegionStrengths({ strengths }: { strengths: StrengthView[] }) {
  const t = useTranslations("region.strengths");
  if (strengths.length === 0) return null;
  return (
    <Section id="strengths" title={t("title", { count: strengths.length })}>
      <ol className="strengths">
        {strengths.map(({ title, text, provenance }) => (
          <li key={title.text}>
            <h3>
              <Words value={title} />
            </h3>
            <p>
              <Words value={text} />
            </p>
            <SourceChip provenance={provenance} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
