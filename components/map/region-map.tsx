import { useTranslations } from "next-intl";
import { BaseMap } from "@/components/map/base-map";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { groupNear, placeLabels } from "@/lib/map/pins";
import { project, regionView } from "@/lib/map/views";
import type { RegionRef } from "@/lib/region/types";
import type { SiteRef, SiteRow } from "@/lib/site/types";

type Placed = Pick<SiteRow, "coordinates"> & SiteRef;

/** Height of the letters of `.pin-l`. */
const labelSize = 20;

/**
 * Sites on the outline of their region, those of one town as one pin with their number. Hollow: only the town is known.
 * Nothing where the region has no drawing or no site has a place.
 */
export function RegionMap({ region, sites }: { region: RegionRef; sites: Placed[] }) {
  const t = useTranslations("region.map");
  const locale = usePageLocale();
  const view = regionView(region.isoCode);
  const groups = view ? groupNear(sites, ({ coordinates }) => coordinates && project(view, coordinates), 14) : [];
  if (!view || groups.length === 0) return null;
  const pins = groups.map(({ x, y, items }) => ({
    x,
    y,
    items,
    radius: items.length > 1 ? 15 : 10,
    text: townOf(items[0]?.municipality?.text ?? ""),
  }));
  const labels = placeLabels(pins, { width: view.width, height: view.height, size: labelSize });
  return (
    <figure className="region-map">
      <BaseMap view={view} label={t("label")}>
        {pins.map(({ x, y, items, radius, text }, index) => {
          const first = items[0];
          const label = labels[index];
          if (!first) return null;
          const isExact = items.every(({ coordinates }) => coordinates?.precision !== "locality");
          return (
            <a
              key={`${x}/${y}`}
              href={paths.site(locale, region.slug, first.slug)}
              className={isExact ? "pin" : "pin pin-town"}
            >
              <title>{items.map(({ name }) => name.text).join("\n")}</title>
              <circle cx={x} cy={y} r={radius} />
              {items.length > 1 && (
                <text className="pin-n" x={x} y={y + 6}>
                  {items.length}
                </text>
              )}
              {label && (
                <text className="pin-l" x={label.x} y={label.y} textAnchor={label.anchor}>
                  {text}
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

/** The town of an address line such as "Dubna, 110 km from Moscow"; the list beside the map has the whole of it. */
function townOf(municipality: string): string {
  return municipality.split(/[，,（(、]/)[0] ?? municipality;
}
