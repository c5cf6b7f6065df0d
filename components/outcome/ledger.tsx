import { useTranslations } from "next-intl";
import { LadderLegend } from "@/components/outcome/ladder";
import { type EntryPlace, LedgerEntry } from "@/components/outcome/ledger-entry";
import { Tally } from "@/components/outcome/tally";
import type { OutcomeTally, OutcomeView } from "@/lib/outcome/types";

/**
 * Everything that was promised, one entry each, with what is missing said in its place.
 *
 * @param where  on the page of a visit, or elsewhere, where each promise names its visit
 */
export function Ledger({
  outcomes,
  tally,
  where,
}: {
  outcomes: OutcomeView[];
  tally?: OutcomeTally;
  where: EntryPlace;
}) {
  const t = useTranslations("outcome");
  if (outcomes.length === 0) return <p className="unk">{t("none")}</p>;
  return (
    <>
      {tally && <Tally tally={tally} />}
      <ol className="ledger">
        {outcomes.map((outcome, index) => (
          <LedgerEntry key={outcome.slug} outcome={outcome} number={index + 1} where={where} />
        ))}
      </ol>
      <LadderLegend />
    </>
  );
}
