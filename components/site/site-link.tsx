import { useTranslations } from "next-intl";
import { isInChina, KindSign } from "@/components/site/kind-sign";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { SiteRef } from "@/lib/site/types";

/** Small card that leads to a site: sign, name, kind, place and size. */
export function SiteLink({ site, totalAreaHa = null }: { site: SiteRef; totalAreaHa?: number | null }) {
  const t = useTranslations("site");
  const locale = usePageLocale();
  const { area, inline } = useQuantity();
  const size = totalAreaHa === null ? null : area({ value: totalAreaHa });
  return (
    <a className="lk" href={paths.site(locale, site.region.slug, site.slug)} data-region={site.region.slug}>
      <KindSign kind={site.kind} country={site.country} size="small" />
      <span>
        <Words value={site.name} />
        <small>
          {site.municipality && (
            <>
              <Words value={site.municipality} hasMark={false} />
              {" · "}
            </>
          )}
          {isInChina(site.country) ? t("inChina") : t(`kind.${site.kind}`)}
          {size && (
            <>
              {" · "}
              {inline(size)}
            </>
          )}
        </small>
      </span>
    </a>
  );
}
