import { useTranslations } from "next-intl";
import { DueCount } from "@/components/outcome/due-count";
import { Ladder } from "@/components/outcome/ladder";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { WordsList } from "@/components/ui/words-list";
import { paths } from "@/lib/core/paths";
import { outcomeStages } from "@/lib/outcome/types";
import type { VisitRow as VisitOfList } from "@/lib/visit/types";

/**
 * One visit in a list: when and where, what it was, how far its promises are.
 *
 * @param level  of the heading
 */
export function VisitRow({
  visit,
  hasRegion = true,
  level = 3,
}: {
  visit: VisitOfList;
  hasRegion?: boolean;
  level?: 3 | 4;
}) {
  const Heading = `h${level}` as const;
  const t = useTranslations("visit");
  const locale = usePageLocale();
  const dates = useDates();
  const { region, name, summary, tally, places, direction } = visit;
  const highest = outcomeStages.findLast((stage) => (tally.byStage[stage] ?? 0) > 0);
  return (
    <article className="vrow" data-region={region.slug}>
      <p className="vrow-when">
        {visit.dates ? dates.long(visit.dates) : <span className="unk">{t("dates.unknown")}</span>}
        <small>
          {t(`direction.${direction}`)}
          {places.length > 0 && (
            <>
              {" · "}
              <WordsList values={places} />
            </>
          )}
        </small>
      </p>
      <div>
        {hasRegion && (
          <span className="rt">
            <Words value={region.name} />
          </span>
        )}
        <Heading>
          <a href={paths.visit(locale, region.slug, visit.slug)}>
            <Words value={name} />
          </a>
        </Heading>
        {summary && (
          <p className="vrow-text">
            <Words value={summary} />
          </p>
        )}
      </div>
      <div className="vrow-out">
        {highest ? (
          <Ladder stage={highest} count={tally.byStage[highest]} />
        ) : (
          <span className="unk">{t("row.noOutcomes")}</span>
        )}
        {tally.undated > 0 && <DueCount count={tally.undated} />}
      </div>
    </article>
  );
}
