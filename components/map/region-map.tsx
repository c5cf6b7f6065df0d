import { useTranslations } from "next-intl";
import { BaseMap } from "@/components/map/base-map";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { project, regionView } from "@/lib/map/views";
import type { RegionRef } from "@/lib/region/types";
import type { SiteRef, SiteRow } from "@/lib/site/types";

type Placed = Pick<SiteRow, "coordinates"> & SiteRef;

/**
 * Sites on the outline of their region, those of one town as one pin with their number. Hollow: only the town is known.
 * Nothing where the region has no drawing or no site has a place.
 */
export function RegionMap({ region, sites }: { region: RegionRef; sites: Placed[] }) {
  const t = useTranslations("region.map");
  const locale = usePageLocale();
  const view = regionView(region.isoCode);
  const pins = view ? groupByPoint(sites, (place) => project(view, place)) : [];
  if (!view || pins.length === 0) return null;
  return (
    <figure className="region-map">
      <BaseMap view={view} label={t("label")}>
        {pins.map(({ x, y, sites: here, isExact }) => {
          const first = here[0];
          if (!first) return null;
          return (
            <a
              key={`${x}/${y}`}
              href={paths.site(locale, region.slug, first.slug)}
              className={isExact ? "pin" : "pin pin-town"}
            >
              <title>{here.map(({ name }) => name.text).join("\n")}</title>
              <circle cx={x} cy={y} r={here.length > 1 ? 15 : 10} />
              {here.length > 1 && (
                <text className="pin-n" x={x} y={y + 6}>
                  {here.length}
                </text>
              )}
              {first.municipality && (
                <text
                  className="pin-l"
                  x={x + (x > view.width * 0.7 ? -20 : 20)}
                  y={y + 7}
                  data-end={x > view.width * 0.7 ? "" : undefined}
                >
                  {first.municipality.text}
                </text>
              )}
            </a>
          );
        })}
      </BaseMap>
      <figcaption>{t("note")}</figcaption>
    </figure>
  );
}

type Pin = { x: number; y: number; isExact: boolean; sites: Placed[] };

function groupByPoint(
  sites: Placed[],
  place: (at: { lat: number; lon: number }) => { x: number; y: number } | null,
): Pin[] {
  const pins: Pin[] = [];
  for (const site of sites) {
    const at = site.coordinates && place(site.coordinates);
    if (!at) continue;
    const near = pins.find((pin) => Math.hypot(pin.x - at.x, pin.y - at.y) < 14);
    const isExact = site.coordinates?.precision !== "locality";
    if (near) near.sites.push(site);
    else pins.push({ ...at, isExact, sites: [site] });
  }
  return pins;
}
