import { useTranslations } from "next-intl";
import type { Coordinates } from "@/lib/site/types";

type Point = Pick<Coordinates, "lat" | "lon">;

/** A place on the maps that readers use. */
export function MapLinks({ coordinates, name }: { coordinates: Point; name: string }) {
  const t = useTranslations("site.coordinates");
  return (
    <span className="place-links">
      {mapLinks(coordinates, name).map(({ key, href }) => (
        <a key={key} href={href} rel="noopener noreferrer">
          {t(key)}
        </a>
      ))}
    </span>
  );
}

/** All four take WGS-84; `coordinate=wgs84` and `coord_type=wgs84` keep the Chinese maps from shifting the pin. */
function mapLinks({ lat, lon }: Point, name: string) {
  const title = encodeURIComponent(name);
  return [
    { key: "amap", href: `https://uri.amap.com/marker?position=${lon},${lat}&name=${title}&coordinate=wgs84` },
    {
      key: "baidu",
      href: `https://api.map.baidu.com/marker?location=${lat},${lon}&title=${title}&content=${title}&coord_type=wgs84&output=html`,
    },
    { key: "yandex", href: `https://yandex.ru/maps/?pt=${lon},${lat}&z=12&l=map` },
    { key: "dgis", href: `https://2gis.ru/geo/${lon},${lat}?m=${lon},${lat}/14` },
  ] as const;
}
