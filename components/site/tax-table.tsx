import { useTranslations } from "next-intl";
import { TaxLines } from "@/components/site/tax-lines";
import { Block } from "@/components/ui/block";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { SiteView } from "@/lib/site/types";

const introOf = { site: "fromSite", zone: "fromZone", regime: "fromRegime" } as const;

/** What a resident pays beside what everybody pays; says whose rates these are, and leads to the regime. */
export function TaxTable({ taxes, regime }: Pick<SiteView, "taxes" | "regime">) {
  const t = useTranslations("site.taxes");
  const locale = usePageLocale();
  const toRegime = regime && <a href={paths.regime(locale, regime.slug)}>{t("toRegime")}</a>;
  if (!taxes || taxes.rules.length === 0) {
    return (
      <Block id="taxes" title={t("title")} beside={toRegime}>
        <p className="unk">{t("none")}</p>
      </Block>
    );
  }
  return (
    <Block
      id="taxes"
      title={t("title")}
      beside={toRegime}
      intro={t.rich(introOf[taxes.from], { of: () => <Words value={taxes.of} /> })}
    >
      <TaxLines lines={taxes.rules} />
    </Block>
  );
}
