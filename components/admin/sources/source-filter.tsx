import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FilterFrame, RegionSelect } from "@/components/admin/filter-frame";
import type { Locale } from "@/lib/i18n/locales";
import type { SourceFilter } from "@/lib/source/editor/types";

/** Narrows the list of sources; an ordinary form that leads to an address. */
export function SourceFilterForm({
  filter,
  regions,
  locale,
}: {
  filter: SourceFilter;
  regions: { id: string; name: string }[];
  locale: Locale;
}) {
  const t = useTranslations("sources.filter");
  const path = `/${locale}/admin/sources`;
  return (
    <FilterFrame path={path} label={t("label")}>
      <TextInput name="q" label={t("search")} value={filter.search} type="search" max={100} />
      <RegionSelect value={filter.region} regions={regions.map(({ id, name }) => ({ value: id, name }))} />
    </FilterFrame>
  );
}
