import { useTranslations } from "next-intl";
import { Ladder, LadderLegend } from "@/components/outcome/ladder";
import { Tally } from "@/components/outcome/tally";
import { SourceChip } from "@/components/source/source-chip";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { tallyOf } from "@/lib/outcome/rules";
import type { OutcomeView } from "@/lib/outcome/types";
import type { RegionRef } from "@/lib/region/types";

/** What the visits of a region led to, by the ladder; sums of money are not ranked. */
export function RegionOutcomes({ region, outcomes }: { region: RegionRef; outcomes: OutcomeView[] }) {
  const t = useTranslations("region.outcomes");
  const locale = usePageLocale();
  if (outcomes.length === 0) return null;
  const tally = tallyOf(
    outcomes.map(({ stage, due, owners, isOverdue }) => ({
      stage,
      isDated: due !== null,
      isOwned: owners.ru !== null || owners.cn !== null,
      isOverdue,
    })),
  );
  return (
    <Section
      id="outcomes"
      title={t("title")}
      intro={t("intro")}
      more={{ href: paths.outcomes(locale, { region: region.slug }), label: t("more") }}
    >
      <Tally tally={tally} />
      <LadderLegend />
      <ul className="outcome-list">
        {outcomes.map((outcome) => (
          <li key={outcome.slug}>
            <Ladder stage={outcome.stage} />
            <span>
              <a href={paths.outcome(locale, outcome)}>
                <Words value={outcome.name} />
              </a>
              {outcome.visit && (
                <small>
                  <a href={`${paths.visit(locale, outcome.visit.region.slug, outcome.visit.slug)}#outcomes`}>
                    <Words value={outcome.visit.name} />
                  </a>
                </small>
              )}
            </span>
            <SourceChip provenance={outcome.provenance} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
