import { Ladder } from "@/components/outcome/ladder";
import { SourceChip } from "@/components/source/source-chip";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
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
  );
}
