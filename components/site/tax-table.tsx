import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import { DataTable } from "@/components/ui/data-table";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { Words } from "@/components/ui/words";
import type { TaxLine } from "@/lib/regime/types";
import type { TaxTable as TaxTableOfSite } from "@/lib/site/types";

const introOf = { site: "fromSite", zone: "fromZone", regime: "fromRegime" } as const;

/** What a resident pays beside what everybody pays; says whose rates these are. */
export function TaxTable({ taxes }: { taxes: TaxTableOfSite | null }) {
  const t = useTranslations("site.taxes");
  if (!taxes || taxes.rules.length === 0) {
    return (
      <Block id="taxes" title={t("title")}>
        <p className="unk">{t("none")}</p>
      </Block>
    );
  }
  return (
    <Block id="taxes" title={t("title")} intro={t.rich(introOf[taxes.from], { of: () => <Words value={taxes.of} /> })}>
      <DataTable
        caption={t("title")}
        columns={[t("tax"), t("rate"), t("ordinary"), t("notes"), t("source")]}
        rows={taxes.rules.map((rule, index) => ({
          key: `${rule.tax}${index}`,
          head: t(`name.${rule.tax}`),
          cells: [
            <b key="rate" className="tax-rate">
              <Words value={rule.rate} />
            </b>,
            rule.ordinaryRate ? <Words key="ordinary" value={rule.ordinaryRate} /> : <Unknown key="ordinary" />,
            hasNotes(rule) ? <TaxNotes key="notes" rule={rule} /> : null,
            <SourceChip key="source" provenance={rule.provenance} />,
          ],
        }))}
      />
    </Block>
  );
}

function hasNotes({ conditions, years, validFrom, validTo }: TaxLine): boolean {
  return conditions !== null || years !== null || validFrom !== null || validTo !== null;
}

function TaxNotes({ rule }: { rule: TaxLine }) {
  const t = useTranslations("site.taxes");
  const dates = useDates();
  const terms = [
    rule.years !== null && t("years", { years: rule.years }),
    rule.validFrom && t("validFrom", { date: dates.shortDay(rule.validFrom) }),
    rule.validTo && t("validTo", { date: dates.shortDay(rule.validTo) }),
  ].filter(Boolean);
  return (
    <span className="small">
      {rule.conditions && <Words value={rule.conditions} />} {terms.join(" · ")}
    </span>
  );
}
