import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { htmlLang } from "@/lib/i18n/locales";
import { outlineOf } from "@/lib/map/outline";
import { type ChineseCity, capitals, chineseCities } from "@/lib/map/places";
import { arcPath, mapViews, project } from "@/lib/map/views";
import type { RegionRef } from "@/lib/region/types";
import { straightKm } from "@/lib/site/rules";

const cities = Object.keys(chineseCities) as ChineseCity[];
const pairedCapital = "RU-MOS";

/** Where the words of a region stand from its mark, so that neighbours do not cover each other; right of it elsewhere. */
const labelShift: Record<string, { dx: number; dy: number; isBefore?: boolean }> = {
  "RU-TVE": { dx: 16, dy: -22 },
  "RU-MOW": { dx: 16, dy: 14 },
  "RU-KHM": { dx: 0, dy: 78 },
  "RU-KHA": { dx: -60, dy: -6, isBefore: true },
};

/**
 * Where the regions lie, and how far they are from Beijing. Moscow Oblast is named beside Moscow, whose mark it shares.
 * The land comes with the page: it is the first that a reader sees, and a file would come a second later on a long line.
 */
export function OverviewMap({ regions }: { regions: RegionRef[] }) {
  const t = useTranslations("home.map");
  const locale = usePageLocale();
  const view = mapViews.overview;
  if (!view) return null;
  const { beijing } = chineseCities;
  const { graticule, land, regions: shapes } = outlineOf(view);
  const marked = regions.filter(({ isoCode }) => capitals[isoCode] && isoCode !== pairedCapital);
  return (
    <div className="mapbox">
      {/* biome-ignore lint/a11y/useSemanticElements: links stand in the drawing; no element of HTML can hold them there */}
      <svg className="m-drawn" viewBox={`0 0 ${view.width} ${view.height}`} role="group" aria-label={t("label")}>
        <path className="m-net" d={graticule} />
        <path className="m-land" d={land} />
        {shapes.map(({ isoCode, path }) => (
          <path
            key={isoCode}
            className="m-shape"
            data-region={regions.find((region) => region.isoCode === isoCode)?.slug}
            d={path}
          />
        ))}
        {marked.map(({ isoCode }) => (
          <path key={isoCode} className="m-arc" d={arcPath(view, capitals[isoCode] ?? beijing, beijing)} />
        ))}
        {cities.map((city) => {
          const at = project(view, chineseCities[city]);
          return (
            at && (
              <g key={city} className="m-city">
                <circle cx={at.x} cy={at.y} r={city === "beijing" ? 6 : 4} />
                <text x={at.x + 11} y={at.y + 5}>
                  {t(city)}
                </text>
              </g>
            )
          );
        })}
        {marked.map((region) => {
          const place = capitals[region.isoCode] ?? beijing;
          const at = project(view, place);
          const { dx, dy, isBefore } = labelShift[region.isoCode] ?? { dx: 14, dy: 2 };
          const end = isBefore ? "" : undefined;
          const paired =
            region.isoCode === "RU-MOW" ? regions.find(({ isoCode }) => isoCode === pairedCapital) : undefined;
          return (
            at && (
              <g key={region.slug} className="m-region" data-region={region.slug}>
                <circle className="m-dot" cx={at.x} cy={at.y} r="5" />
                <a href={paths.region(locale, region.slug)}>
                  <text x={at.x + dx} y={at.y + dy} data-end={end} className="m-name" lang={htmlLang[region.name.lang]}>
                    {region.name.text}
                  </text>
                </a>
                {paired && (
                  <a href={paths.region(locale, paired.slug)} data-region={paired.slug}>
                    <text
                      x={at.x + dx}
                      y={at.y + dy + 22}
                      data-end={end}
                      className="m-name m-paired"
                      lang={htmlLang[paired.name.lang]}
                    >
                      {paired.name.text}
                    </text>
                  </a>
                )}
                <text x={at.x + dx} y={at.y + dy + (paired ? 42 : 20)} data-end={end} className="m-note">
                  {t("toBeijing", { km: straightKm(place, beijing) })}
                </text>
              </g>
            )
          );
        })}
      </svg>
      <p className="wrap map-note">{t("note")}</p>
    </div>
  );
}
