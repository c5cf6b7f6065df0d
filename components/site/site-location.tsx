import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MapLinks } from "@/components/map/map-links";
import { Words } from "@/components/ui/words";
import type { Coordinates, SiteView } from "@/lib/site/types";

/**
 * Coordinates and links to the maps that readers use.
 *
 * @param map  drawn by the page, stands above
 */
export function SiteLocation({ site, map }: { site: SiteView; map?: ReactNode }) {
  const t = useTranslations("site.coordinates");
  const { coordinates, name } = site;
  return (
    <figure className="place">
      {map}
      <figcaption className="xs muted">
        {coordinates ? (
          <>
            {t(coordinates.precision === "locality" ? "locality" : "exact", { value: written(coordinates) })}{" "}
            <MapLinks coordinates={coordinates} name={name.text} />
          </>
        ) : (
          <span className="unk">{t("unknown")}</span>
        )}
        {site.address && (
          <p>
            <Words value={site.address} />
          </p>
        )}
      </figcaption>
    </figure>
  );
}

function written({ lat, lon, precision }: Coordinates): string {
  const digits = precision === "locality" ? 2 : 4;
  return `${lat.toFixed(digits)}, ${lon.toFixed(digits)}`;
}
