import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Motif } from "@/components/ui/motif";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
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
  return (
    <header className="rhead">
      <Motif region={region.slug} />
      <div className="wrap">
        <Breadcrumbs
          crumbs={[
            { label: home("title"), href: paths.home(locale) },
            { label: t("regions"), href: `${paths.home(locale)}#regions` },
            { label: <Words value={region.name} hasMark={false} /> },
          ]}
        />
        <h1>
          <Words value={region.name} />
        </h1>
        {region.fullName.text !== region.name.text && (
          <p className="rhead-alt">
            <Words value={region.fullName} hasMark={false} />
          </p>
        )}
        <p className="rhead-lede">
          <Words value={region.summary} />
        </p>
        <SourceChip provenance={region.provenance} />
        <ul className="facts-line">
          <li>
            {t("capital")}{" "}
            <b>
              <Words value={region.capital} />
            </b>
          </li>
          {region.areaKm2 && (
            <li>
              {t("area")} <b>{t("areaKm2", { value: number(region.areaKm2.value) })}</b>
            </li>
          )}
          {population && region.population && (
            <li>
              {t("population")}{" "}
              <b>
                {population.value} {population.unit}
              </b>{" "}
              <SourceChip provenance={region.population.provenance} />
            </li>
          )}
          <li>
            {t("clock")} <b>{t("ahead", relationToBeijing(region.timeZone, at))}</b>
          </li>
          {capital && (
            <li>
              {t("toBeijing")} <b>{t("km", { km: straightKm(capital, chineseCities.beijing) })}</b>
            </li>
          )}
        </ul>
      </div>
    </header>
  );
}
