import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RegimeCell } from "@/components/regime/regime-cell";
import { SourceLink } from "@/components/source/source-line";
import { PageHead } from "@/components/ui/page-head";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { type RegimeView, taxes } from "@/lib/regime/types";

/**
 * Regimes side by side, taxes as rows. On phones each row becomes its label with the regimes under it.
 *
 * @param siteCounts  by slug of the regime; a missing one counts as none
 */
export function RegimeComparison({
  regimes,
  siteCounts,
}: {
  regimes: RegimeView[];
  siteCounts: ReadonlyMap<string, number>;
}) {
  const t = useTranslations("regime");
  const tax = useTranslations("site.taxes.name");
  const locale = usePageLocale();
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} hasRule />
      <div className="wrap cmp-wrap">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways takes the keyboard */}
        <section className="cmp-scroll" tabIndex={0} aria-label={t("table")}>
          <table className="cmp">
            <caption className="vh">{t("table")}</caption>
            <thead>
              <tr>
                <td />
                {regimes.map(({ slug, name }) => (
                  <th key={slug} scope="col">
                    <a href={paths.regime(locale, slug)}>
                      <Words value={name} />
                    </a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Row label={t("row.law")} regimes={regimes} cell={({ law }) => law && <Words value={law} />} />
              <Row label={t("row.entry")} regimes={regimes} cell={(regime) => <Entry regime={regime} />} />
              {taxes
                .filter((key) => regimes.some(({ lines }) => lines.some((line) => line.tax === key)))
                .map((key) => (
                  <Row
                    key={key}
                    label={tax(key)}
                    regimes={regimes}
                    cell={({ slug, lines }) => {
                      const mine = lines.filter((line) => line.tax === key);
                      return mine.length > 0 && <RegimeCell slug={slug} lines={mine} />;
                    }}
                  />
                ))}
              <Row
                label={t("row.limits")}
                regimes={regimes}
                cell={(regime) => regime.limits.length > 0 && <Limits regime={regime} />}
              />
              <Row
                label={t("row.sites")}
                regimes={regimes}
                cell={({ slug }) => {
                  const count = siteCounts.get(slug);
                  return count ? (
                    <a href={`${paths.regime(locale, slug)}#sites`}>{t("siteCount", { count })}</a>
                  ) : (
                    <span className="muted">{t("noSites")}</span>
                  );
                }}
              />
            </tbody>
          </table>
        </section>
      </div>
    </>
  );
}

/** `cell` gives nothing where the sources say nothing: the cell is hatched and says so. */
function Row({
  label,
  regimes,
  cell,
}: {
  label: string;
  regimes: RegimeView[];
  cell: (regime: RegimeView) => ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {regimes.map((regime) => {
        const content = cell(regime);
        return (
          <td key={regime.slug} data-l={regime.name.text} className={content ? undefined : "gap"}>
            <div>{content || <Unknown what="notStated" />}</div>
          </td>
        );
      })}
    </tr>
  );
}

function Entry({ regime: { slug, minInvestmentRub, entry } }: { regime: RegimeView }) {
  const t = useTranslations("regime");
  const locale = usePageLocale();
  const { money } = useQuantity();
  return (
    <>
      {minInvestmentRub && <b className="val">{t("minInvestment", { value: money(minInvestmentRub.value, "rub") })}</b>}
      {entry.note && (
        <small>
          <Words value={entry.note} />
        </small>
      )}
      <SourceLink provenance={entry.provenance} href={`${paths.regime(locale, slug)}#entry`} />
    </>
  );
}

function Limits({ regime: { slug, limits } }: { regime: RegimeView }) {
  const t = useTranslations("regime");
  const locale = usePageLocale();
  const dates = useDates();
  const from = limits.flatMap(({ validFrom }) => validFrom ?? []).sort()[0];
  return (
    <>
      <a href={`${paths.regime(locale, slug)}#limits`}>{t("limitCount", { count: limits.length })}</a>
      {from && <small>{t("limitFrom", { date: dates.shortDay(from) })}</small>}
    </>
  );
}
