import { Ladder } from "@/components/outcome/ladder";
import { SourceLink } from "@/components/source/source-line";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";
import type { OutcomeView } from "@/lib/outcome/types";

/** Outcomes in short: how far, what, from which visit. */
export function OutcomeList({ outcomes }: { outcomes: OutcomeView[] }) {
  const locale = usePageLocale();
  return (
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
                <a href={ledgerOf(outcome, locale)}>
                  <Words value={outcome.visit.name} />
                </a>
              </small>
            )}
          </span>
          <SourceLink provenance={outcome.provenance} href={ledgerOf(outcome, locale)} />
        </li>
      ))}
    </ul>
  );
}

/** Where the outcome stands whole, with all its sources: in the ledger of its visit, else in the register. */
function ledgerOf(outcome: OutcomeView, locale: Locale): string {
  const { visit } = outcome;
  return visit ? `${paths.visit(locale, visit.region.slug, visit.slug)}#outcomes` : paths.outcome(locale, outcome);
}
