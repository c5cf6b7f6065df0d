import { useTranslations } from "next-intl";
import { BaseMap } from "@/components/map/base-map";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { centralIsos, type MapView, mapViews, project, regionView } from "@/lib/map/views";
import type { RegionRef } from "@/lib/region/types";
import type { SitePin } from "@/lib/site/catalogue/types";

/**
 * The sites found, as pins: over all regions an overview and the dense centre enlarged, for one region its own outline.
 * The list beside it names the same sites.
 */
export function SitesMap({
  pins,
  region,
  unplacedCount,
}: {
  pins: SitePin[];
  region?: RegionRef;
  unplacedCount: number;
}) {
  const t = useTranslations("region.map");
  const isCentral = ({ region: { isoCode } }: SitePin) => centralIsos.includes(isoCode);
  const one = region && regionView(region.isoCode);
  const { central, "overview-small": overview } = mapViews;
  return (
    <figure className="site-pins" id="map">
      {one && <PinMap view={one} pins={pins} label={t("label")} />}
      {!region && overview && (
        <PinMap view={overview} pins={pins.filter((pin) => !isCentral(pin))} label={t("overview")} />
      )}
      {!region && central && <PinMap view={central} pins={pins.filter(isCentral)} label={t("central")} />}
      <figcaption>
        {t("note")} {unplacedCount > 0 && t("unplaced", { count: unplacedCount })}
      </figcaption>
    </figure>
  );
}

/** Pins of one drawing; those closer than a pin is wide become one with their number. */
function PinMap({ view, pins, label }: { view: MapView; pins: SitePin[]; label: string }) {
  const t = useTranslations("layout.tools");
  const locale = usePageLocale();
  const size = view.width / 40;
  const placed = mergeNear(view, pins, size * 1.6);
  return (
    <zoom-map data-closer={t("closer")} data-away={t("away")}>
      <BaseMap view={view} label={label}>
        {placed.map(({ x, y, pin }) => {
          const first = pin.sites[0];
          if (!first) return null;
          return (
            <a
              key={`${x}/${y}`}
              href={paths.site(locale, pin.region.slug, first.slug)}
              className={pin.isExact ? "pin" : "pin pin-town"}
              data-region={pin.region.slug}
              data-many={pin.sites.length > 1 ? "" : undefined}
            >
              <title>{pin.sites.map(({ name }) => name.text).join("\n")}</title>
              <circle cx={x} cy={y} r={pin.sites.length > 1 ? size : size * 0.7} />
              {pin.sites.length > 1 && (
                <text className="pin-n pin-n-s" x={x} y={y + 5}>
                  {pin.sites.length}
                </text>
              )}
            </a>
          );
        })}
      </BaseMap>
    </zoom-map>
  );
}

function mergeNear(view: MapView, pins: SitePin[], distance: number) {
  const placed: { x: number; y: number; pin: SitePin }[] = [];
  for (const pin of pins) {
    const at = project(view, pin);
    if (!at) continue;
    const near = placed.find(({ x, y }) => Math.hypot(x - at.x, y - at.y) < distance);
    if (near)
      near.pin = { ...near.pin, sites: [...near.pin.sites, ...pin.sites], isExact: near.pin.isExact && pin.isExact };
    else placed.push({ ...at, pin });
  }
  return placed;
}
