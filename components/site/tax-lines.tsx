import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { DataTable } from "@/components/ui/data-table";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { Words } from "@/components/ui/words";
import type { TaxLine } from "@/lib/regime/types";

/** What is paid under a regime, line by line, beside what everybody pays. */
export function TaxLines({ lines, hasOrdinary = true }: { lines: TaxLine[]; hasOrdinary?: boolean }) {
  const t = useTranslations("site.taxes");
  return (
    <DataTable
      caption={t("title")}
      columns={[t("tax"), t("rate"), ...(hasOrdinary ? [t("ordinary")] : []), t("notes"), t("source")]}
      rows={lines.map((line, index) => ({
        key: `${line.tax}${index}`,
        head: t(`name.${line.tax}`),
        cells: [
          <b key="rate" className="tax-rate">
            <Words value={line.rate} />
          </b>,
          ...(hasOrdinary ? [<Ordinary key="ordinary" rate={line.ordinaryRate} />] : []),
          hasNotes(line) ? <TaxNotes key="notes" line={line} /> : null,
          <SourceChip key="source" provenance={line.provenance} />,
        ],
      }))}
    />
  );
}

function Ordinary({ rate }: { rate: TaxLine["ordinaryRate"] }) {
  return rate ? <Words value={rate} /> : <Unknown />;
}

function hasNotes({ conditions, years, validFrom, validTo }: TaxLine): boolean {
  return conditions !== null || years !== null || validFrom !== null || validTo !== null;
}

/** For whom, for how many years, from when until when. */
export function TaxNotes({ line }: { line: TaxLine }) {
  const t = useTranslations("site.taxes");
  const list = useTranslations("common.list");
  const dates = useDates();
  const terms = [
    line.years !== null && t("years", { years: line.years }),
    line.validFrom && t("validFrom", { date: dates.shortDay(line.validFrom) }),
    line.validTo && t("validTo", { date: dates.shortDay(line.validTo) }),
  ].filter(Boolean);
  return (
    <span className="small">
      {line.conditions && <Words value={line.conditions} />} {terms.join(list("dot"))}
    </span>
  );
}
