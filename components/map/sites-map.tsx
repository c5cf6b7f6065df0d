import { useTranslations } from "next-intl";
import { BaseMap } from "@/components/map/base-map";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { groupNear } from "@/lib/map/pins";
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
  const placed = groupNear(pins, (pin) => project(view, pin), size * 1.6);
  return (
    <zoom-map data-closer={t("closer")} data-away={t("away")}>
      <BaseMap view={view} label={label}>
        {placed.map(({ x, y, items: [pin, ...others] }) => {
          const first = pin?.sites[0];
          if (!pin || !first) return null;
          const sites = [pin, ...others].flatMap((one) => one.sites);
          const isExact = [pin, ...others].every((one) => one.isExact);
          return (
            <a
              key={`${x}/${y}`}
              href={paths.site(locale, pin.region.slug, first.slug)}
              className={isExact ? "pin" : "pin pin-town"}
              data-region={pin.region.slug}
              data-many={sites.length > 1 ? "" : undefined}
            >
              <title>{sites.map(({ name }) => name.text).join("\n")}</title>
              <circle cx={x} cy={y} r={sites.length > 1 ? size : size * 0.7} />
              {sites.length > 1 && (
                <text className="pin-n pin-n-s" x={x} y={y + 5}>
                  {sites.length}
                </text>
              )}
            </a>
          );
        })}
      </BaseMap>
    </zoom-map>
  );
}
