import { useTranslations } from "next-intl";
import { Ladder } from "@/components/outcome/ladder";
import { Tally } from "@/components/outcome/tally";
import { SourceLink } from "@/components/source/source-line";
import { Section } from "@/components/ui/section";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";
import type { OutcomeTally, OutcomeView } from "@/lib/outcome/types";

/** How far promises came: counts of the whole ledger and those that came furthest, each with its visit. */
export function HomeOutcomes({ tally, furthest }: { tally: OutcomeTally; furthest: OutcomeView[] }) {
  const t = useTranslations("home.outcomes");
  const { long } = useDates();
  const locale = usePageLocale();
  return (
    <Section
      id="outcomes"
      title={t("title")}
      intro={t("intro")}
      more={{ href: paths.outcomes(locale), label: t("more", { count: tally.total }) }}
    >
      <Tally tally={tally} />
      <div className="furthest">
        {furthest.map((outcome) => (
          <article key={outcome.slug} data-region={outcome.visit?.region.slug}>
            {outcome.visit && (
              <p className="rt">
                <Words value={outcome.visit.region.name} />
              </p>
            )}
            <h3>
              <a href={paths.outcome(locale, outcome)}>
                <Words value={outcome.name} />
              </a>
            </h3>
            <Ladder stage={outcome.stage} />
            {outcome.visit && (
              <p className="small">
                <a href={`${paths.visit(locale, outcome.visit.region.slug, outcome.visit.slug)}#outcomes`}>
                  <Words value={outcome.visit.name} />
                </a>
                {outcome.visit.dates && <span className="muted"> {long(outcome.visit.dates)}</span>}
              </p>
            )}
            <SourceLink provenance={outcome.provenance} href={sourcesOf(outcome, locale)} />
          </article>
        ))}
      </div>
    </Section>
  );
}

/** Where a promise stands with its sources in full: on the page of its visit, else in the register. */
function sourcesOf(outcome: OutcomeView, locale: Locale): string {
  const { visit, slug } = outcome;
  return visit ? `${paths.visit(locale, visit.region.slug, visit.slug)}#${slug}` : paths.outcome(locale, outcome);
}
