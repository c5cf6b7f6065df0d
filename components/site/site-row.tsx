import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isInChina, KindSign } from "@/components/site/kind-sign";
import { SourceLink } from "@/components/source/source-line";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { SiteRow as SiteOfList } from "@/lib/site/types";
import type { Figure } from "@/lib/source/types";

/** One site of the catalogue: what, where, how big, how much power, what comes next. */
export function SiteRow({ site }: { site: SiteOfList }) {
  const t = useTranslations("site");
  const locale = usePageLocale();
  const href = paths.site(locale, site.region.slug, site.slug);
  return (
    <article className="srow" data-region={site.region.slug}>
      <KindSign kind={site.kind} country={site.country} />
      <div>
        <span className="rt">
          <Words value={site.region.name} />
        </span>
        <h3>
          <a href={href}>
            <Words value={site.name} />
          </a>
        </h3>
        <p className="small muted">
          {t(`kind.${site.kind}`)}
          {isInChina(site.country) && <> · {t("inChina")}</>}
          {site.municipality && (
            <>
              {" · "}
              <Words value={site.municipality} />
            </>
          )}
          {" · "}
          {t(`status.${site.status}`)}
          {site.parent && (
            <>
              {" · "}
              {t("head.partOf")} <Words value={site.parent.name} />
            </>
          )}
        </p>
      </div>
      <RowFigures site={site} />
      <div className="srow-src">
        <SourceLink provenance={site.provenance} href={`${href}#key`} />
      </div>
    </article>
  );
}

function RowFigures({ site }: { site: SiteOfList }) {
  const t = useTranslations("site");
  const dates = useDates();
  const { area, withUnit, written, inline } = useQuantity();
  const { totalAreaHa, availableAreaHa, premisesM2, electricityMw, nextStage } = site;
  const land = (figure: Figure) => {
    const { value, unit, others, swap } = area(figure);
    return <Value value={value} unit={unit} note={others} swap={swap} />;
  };
  return (
    <dl className="srow-figs">
      <Cell label={t("row.area")} figure={totalAreaHa} write={land} />
      <Cell label={t("row.available")} figure={availableAreaHa} write={land} />
      {premisesM2 ? (
        <Cell label={t("row.premises")} figure={premisesM2} write={(figure) => <Value {...withUnit(figure, "m2")} />} />
      ) : (
        <Cell
          label={t("row.electricity")}
          figure={electricityMw}
          write={(figure) => t("utilities.unit.mw", { value: written(figure) })}
        />
      )}
      <div>
        <dt>{t("row.next")}</dt>
        <dd>
          {nextStage ? (
            <>
              {dates.deadline(nextStage.readyOn)}
              {nextStage.areaHa !== null && <small>{inline(area({ value: nextStage.areaHa }))}</small>}
            </>
          ) : (
            <Unknown />
          )}
        </dd>
      </div>
    </dl>
  );
}

function Cell({
  label,
  figure,
  write,
}: {
  label: string;
  figure: Figure | null;
  write: (figure: Figure) => ReactNode;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={figure?.provenance.freshness === "stale" ? "srow-stale" : undefined}>
        {figure ? write(figure) : <Unknown />}
      </dd>
    </div>
  );
}

type ValueProps = { value: string; unit: string; note?: string; swap?: Record<string, string> };

function Value({ value, unit, note, swap }: ValueProps) {
  return (
    <>
      <span {...swap}>
        {value} <span>{unit}</span>
      </span>
      {note && <small>{note}</small>}
    </>
  );
}
