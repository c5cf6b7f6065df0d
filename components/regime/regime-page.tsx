import { useTranslations } from "next-intl";
import { SiteLinks } from "@/components/site/site-links";
import { TaxLines } from "@/components/site/tax-lines";
import { FigureList } from "@/components/source/figure";
import { MoneyFigure } from "@/components/source/money-figure";
import { SourceChip } from "@/components/source/source-chip";
import { MeasureRows } from "@/components/support/measure-rows";
import { Block } from "@/components/ui/block";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { HuedHead } from "@/components/ui/hued-head";
import { SubNav, type SubNavEntry } from "@/components/ui/sub-nav";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegimeLimit, RegimeRef, RegimeView } from "@/lib/regime/types";
import type { SiteRef } from "@/lib/site/types";
import type { MeasureView } from "@/lib/support/types";

/** One regime: what is paid, what it takes to enter, what limits it, where it holds, which measures belong to it. */
export function RegimePage({
  regime,
  crumbs,
  sites,
  measures,
  others,
}: {
  regime: RegimeView;
  crumbs: Crumb[];
  sites: SiteRef[];
  measures: MeasureView[];
  others: RegimeRef[];
}) {
  const t = useTranslations("regime.detail");
  const entries: (SubNavEntry | false)[] = [
    { id: "taxes", label: t("taxes"), count: regime.lines.length },
    { id: "entry", label: t("entry") },
    { id: "limits", label: t("limits"), count: regime.limits.length || undefined },
    { id: "sites", label: t("sites"), count: sites.length || undefined },
    measures.length > 0 && { id: "measures", label: t("measures"), count: measures.length },
  ];
  return (
    <>
      <HuedHead crumbs={crumbs} title={<Words value={regime.name} />} alt={regime.law && <Words value={regime.law} />}>
        <SourceChip provenance={regime.provenance} />
      </HuedHead>
      <SubNav entries={entries.filter((entry) => entry !== false)} />
      <div className="wrap two">
        <div>
          <Block id="taxes" title={t("taxes")} intro={!regime.isOrdinary && t("taxesIntro")}>
            {regime.lines.length > 0 ? (
              <TaxLines lines={regime.lines} hasOrdinary={!regime.isOrdinary} />
            ) : (
              <p className="unk">{t("noTaxes")}</p>
            )}
          </Block>
          <Entry regime={regime} />
          <Block id="limits" title={t("limits")}>
            <Limits limits={regime.limits} />
          </Block>
          <Block id="sites" title={t("sitesTitle")}>
            {sites.length > 0 ? <SiteLinks sites={sites} /> : <p className="unk">{t("noSites")}</p>}
          </Block>
          {measures.length > 0 && (
            <Block id="measures" title={t("measures")}>
              <MeasureRows measures={measures} />
            </Block>
          )}
        </div>
        <aside className="side">
          <Others others={others} />
        </aside>
      </div>
    </>
  );
}

function Entry({ regime: { minInvestmentRub, entry } }: { regime: RegimeView }) {
  const t = useTranslations("regime.detail");
  return (
    <Block id="entry" title={t("entry")}>
      {minInvestmentRub && (
        <FigureList>
          <MoneyFigure label={t("minInvestment")} figure={minInvestmentRub} />
        </FigureList>
      )}
      {entry.note && (
        <p className="prose">
          <Words value={entry.note} />
        </p>
      )}
      {!minInvestmentRub && <SourceChip provenance={entry.provenance} />}
    </Block>
  );
}

function Limits({ limits }: { limits: RegimeLimit[] }) {
  const t = useTranslations("regime.detail");
  const dates = useDates();
  const day = (iso: string) => dates.long({ from: iso, to: iso, precision: "day" });
  if (limits.length === 0) return <p className="unk">{t("noLimits")}</p>;
  return (
    <ul className="rows">
      {limits.map((limit) => (
        <li key={limit.text.text}>
          {(limit.validFrom || limit.validTo) && (
            <p className="small muted">
              {limit.validFrom && t("from", { date: day(limit.validFrom) })}{" "}
              {limit.validTo && t("to", { date: day(limit.validTo) })}
            </p>
          )}
          <p className="prose">
            <Words value={limit.text} />
          </p>
          <SourceChip provenance={limit.provenance} />
        </li>
      ))}
    </ul>
  );
}

function Others({ others }: { others: RegimeRef[] }) {
  const t = useTranslations("regime.detail");
  const locale = usePageLocale();
  return (
    <nav className="card" aria-labelledby="others">
      <h2 id="others">{t("others")}</h2>
      <ul className="link-list">
        {others.map(({ slug, name }) => (
          <li key={slug}>
            <a href={paths.regime(locale, slug)}>
              <Words value={name} />
            </a>
          </li>
        ))}
        <li>
          <a href={paths.regimes(locale)}>{t("compare")}</a>
        </li>
      </ul>
    </nav>
  );
}
