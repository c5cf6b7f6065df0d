import { useTranslations } from "next-intl";
import { CheckInput, SelectInput, TextInput } from "@/components/admin/field";
import { FilterFrame, RegionSelect } from "@/components/admin/filter-frame";
import { type Locale, locales } from "@/lib/i18n/locales";
import { type MediaFilter, mediaSorts } from "@/lib/media/schema";

/** Narrows the library; an ordinary form that leads to an address. */
export function LibraryFilter({
  filter,
  regions,
  locale,
}: {
  filter: MediaFilter;
  regions: { slug: string; name: string }[];
  locale: Locale;
}) {
  const t = useTranslations("media");
  const path = `/${locale}/admin/media`;
  return (
    <FilterFrame
      path={path}
      label={t("filter.label")}
      last={<CheckInput name="unused" label={t("filter.unused")} isOn={filter.isUnused} />}
    >
      <TextInput name="q" label={t("filter.search")} value={filter.search} type="search" max={100} />
      <SelectInput
        name="kind"
        label={t("filter.kind")}
        value={filter.kind ?? ""}
        choices={[
          { value: "", label: t("filter.any") },
          ...mediaSorts.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
      />
      {regions.length > 1 && (
        <RegionSelect value={filter.region} regions={regions.map(({ slug, name }) => ({ value: slug, name }))} />
      )}
      <SelectInput
        name="alt"
        label={t("filter.alt")}
        value={filter.missingAlt ?? ""}
        choices={[
          { value: "", label: t("filter.altAll") },
          { value: "any", label: t("filter.altAny") },
          ...locales.map((one) => ({ value: one, label: t(`language.${one}`) })),
        ]}
      />
    </FilterFrame>
  );
}
