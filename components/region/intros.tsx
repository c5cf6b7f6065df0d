import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegionProfile } from "@/lib/region/comparison/types";

/** Each region in one paragraph, with what there is to see. */
export function RegionIntros({ regions }: { regions: RegionProfile[] }) {
  const t = useTranslations("region");
  const sector = useTranslations("common.sector");
  const list = useTranslations("common.list");
  const locale = usePageLocale();
  return (
    <Section id="list" title={t("list.title")} intro={t("list.intro")}>
      <div className="region-intros">
        {regions.map((region) => (
          <article key={region.slug} className="region-intro" data-region={region.slug}>
            <h3>
              <a href={paths.region(locale, region.slug)}>
                <Words value={region.name} />
              </a>
            </h3>
            <p className="small muted">
              {region.sectors
                .slice(0, 5)
                .map((key) => sector(key))
                .join(list("separator"))}
            </p>
            {region.summary && (
              <p>
                <Words value={region.summary} />
              </p>
            )}
            <p className="small">
              <a href={paths.regionSites(locale, region.slug)}>{t("list.sites", { count: region.siteCount })}</a>
              {list("dot")}
              <a href={paths.visits(locale, { region: region.slug })}>
                {t("list.visits", { count: region.visitCount })}
              </a>
            </p>
          </article>
        ))}
      </div>
    </Section>
  );
}
