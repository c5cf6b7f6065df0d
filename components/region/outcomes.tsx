import { useTranslations } from "next-intl";
import { LadderLegend } from "@/components/outcome/ladder";
import { OutcomeList } from "@/components/outcome/outcome-list";
import { Tally } from "@/components/outcome/tally";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { tallyOfViews } from "@/lib/outcome/rules";
import type { OutcomeView } from "@/lib/outcome/types";
import type { RegionRef } from "@/lib/region/types";

/** What the visits of a region led to, by the ladder; sums of money are not ranked. */
export function RegionOutcomes({ region, outcomes }: { region: RegionRef; outcomes: OutcomeView[] }) {
  const t = useTranslations("region.outcomes");
  const locale = usePageLocale();
  if (outcomes.length === 0) return null;
  return (
    <Section
      id="outcomes"
      title={t("title")}
      intro={t("intro")}
      more={{ href: paths.outcomes(locale, { region: region.slug }), label: t("more") }}
    >
      <Tally tally={tallyOfViews(outcomes)} />
      <LadderLegend />
      <OutcomeList outcomes={outcomes} />
    </Section>
  );
}
