import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SourceLink } from "@/components/source/source-line";
import { HuedHead } from "@/components/ui/hued-head";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths, regionId } from "@/lib/core/paths";
import { relationToBeijing } from "@/lib/core/zones";
import { capitals, chineseCities } from "@/lib/map/places";
import type { RegionView } from "@/lib/region/types";
import { straightKm } from "@/lib/site/rules";

/** Name, one paragraph and the plain facts of a region, over the line art of its land. */
export function RegionHead({ region, at }: { region: RegionView; at: Date }) {
  const t = useTranslations("region.head");
  const home = useTranslations("home");
  const locale = usePageLocale();
  const { withUnit, number } = useQuantity();
  const capital = capitals[region.isoCode];
  const population = region.population && withUnit(region.population, "people");
  const fact = (key: "capital" | "area" | "population" | "clock" | "toBeijing", value: ReactNode) => ({
    key,
    content: (
      <>
        {t(key)} <b>{value}</b>
      </>
    ),
  });
  const facts = [
    fact("capital", <Words value={region.capital} />),
    region.areaKm2 && fact("area", t("areaKm2", { value: number(region.areaKm2.value) })),
    population && fact("population", `${population.value} ${population.unit}`),
    fact("clock", t("ahead", relationToBeijing(region.timeZone, at))),
    capital && fact("toBeijing", t("km", { km: straightKm(capital, chineseCities.beijing) })),
  ];
  return (
    <HuedHead
      region={region.slug}
      crumbs={[
        { label: home("title"), href: paths.home(locale) },
        { label: t("regions"), href: `${paths.home(locale)}#regions` },
        { label: <Words value={region.name} hasMark={false} /> },
      ]}
      title={<Words value={region.name} />}
      alt={region.fullName.text === region.name.text ? undefined : <Words value={region.fullName} hasMark={false} />}
      facts={facts.filter((one) => one !== null && one !== undefined)}
    >
      <p className="region-lede">
        <Words value={region.summary} />
      </p>
      <SourceLink provenance={region.provenance} href={`${paths.regionSources(locale, region.slug)}#${regionId}`} />
    </HuedHead>
  );
}
