import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { relationToBeijing } from "@/lib/core/zones";
import type { RegionTile } from "@/lib/region/types";

/** All regions side by side: what they are strong in, what they offer, how their clocks stand to Beijing's. */
export function RegionBoard({ regions, at }: { regions: RegionTile[]; at: Date }) {
  const t = useTranslations("region.board");
  const sector = useTranslations("common.sector");
  const list = useTranslations("common.list");
  const locale = usePageLocale();
  return (
    <nav className="wrap" id="regions" aria-label={t("label")}>
      <div className="board">
        {regions.map((region) => (
          <a key={region.slug} href={paths.region(locale, region.slug)} data-region={region.slug}>
            <b>
              <Words value={region.name} hasMark={false} />
            </b>
            <span className="board-k">
              {region.sectors
                .slice(0, 3)
                .map((key) => sector(key))
                .join(list("dot"))}
            </span>
            <span className="board-n">{t("counts", { sites: region.siteCount, visits: region.visitCount })}</span>
            <span className="board-k">{t("clock", relationToBeijing(region.timeZone, at))}</span>
          </a>
        ))}
      </div>
    </nav>
  );
}
