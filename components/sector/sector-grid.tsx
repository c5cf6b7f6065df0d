import { useTranslations } from "next-intl";
import { sectorIcons } from "@/components/sector/sector-icons";
import { Icon } from "@/components/ui/icon";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { keyOfSector } from "@/lib/sector/rules";
import type { SectorCount } from "@/lib/sector/types";

const countKeys = ["regions", "sites", "projects", "outcomes"] as const;

/** Sectors with their signs and what the portal has of each. */
export function SectorGrid({ sectors, counted = countKeys }: { sectors: SectorCount[]; counted?: readonly Count[] }) {
  const t = useTranslations("sector.counts");
  const name = useTranslations("common.sector");
  const list = useTranslations("common.list");
  const locale = usePageLocale();
  return (
    <ul className="sectors">
      {sectors.map((sector) => (
        <li key={sector.sector}>
          <a href={paths.sector(locale, keyOfSector(sector.sector))}>
            <Icon name={sectorIcons[sector.sector]} />
            <span>
              <b>{name(sector.sector)}</b>
              <small>
                {counted
                  .filter((key) => sector[key] > 0)
                  .map((key) => t(key, { count: sector[key] }))
                  .join(list("dot"))}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

type Count = (typeof countKeys)[number];
