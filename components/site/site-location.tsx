import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
            <span className="place-links">
              {mapLinks(coordinates, name.text).map(({ key, href }) => (
                <a key={key} href={href} rel="noopener noreferrer">
                  {t(key)}
                </a>
              ))}
            </span>
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

/** All three take WGS-84; `coordinate=wgs84` and `coord_type=wgs84` keep the Chinese maps from shifting the pin. */
function mapLinks({ lat, lon }: Coordinates, name: string) {
  const title = encodeURIComponent(name);
  return [
    { key: "amap", href: `https://uri.amap.com/marker?position=${lon},${lat}&name=${title}&coordinate=wgs84` },
    {
      key: "baidu",
      href: `https://api.map.baidu.com/marker?location=${lat},${lon}&title=${title}&content=${title}&coord_type=wgs84&output=html`,
    },
    { key: "yandex", href: `https://yandex.ru/maps/?pt=${lon},${lat}&z=12&l=map` },
  ] as const;
}
