import { useTranslations } from "next-intl";
import { SourceEntries } from "@/components/about/source-entries";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegionRef } from "@/lib/region/types";
import type { ListedSource } from "@/lib/source/types";

/** Everything the portal rests on: the way to the list of each region, and the list of what they share. */
export function SourceGroups({ sources, regions }: { sources: ListedSource[]; regions: RegionRef[] }) {
  const t = useTranslations("about.sources");
  const locale = usePageLocale();
  const shared = sources.filter(({ region }) => region === null);
  return (
    <>
      <PageHead title={t("title")} intro={t("intro", { count: sources.length })} />
      <Section id="regions" title={t("byRegion")}>
        <ul className="source-regions">
          {regions.map(({ slug, name }) => (
            <li key={slug} id={slug} data-region={slug}>
              <a href={paths.regionSources(locale, slug)}>
                <Words value={name} />
              </a>
              <small>{t("count", { count: sources.filter(({ region }) => region === slug).length })}</small>
            </li>
          ))}
        </ul>
      </Section>
      {shared.length > 0 && (
        <Section id="shared" title={t("shared")} intro={t("count", { count: shared.length })}>
          <SourceEntries sources={shared} />
        </Section>
      )}
    </>
  );
}
