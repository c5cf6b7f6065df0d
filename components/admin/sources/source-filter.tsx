import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
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
    <form className="flt" method="get" action={path} aria-label={t("label")}>
      <TextInput name="q" label={t("search")} value={filter.search} type="search" max={100} />
      <SelectInput
        name="region"
        label={t("region")}
        value={filter.region ?? ""}
        choices={[
          { value: "", label: t("any") },
          ...regions.map(({ id, name }) => ({ value: id, label: name })),
          { value: "shared", label: t("shared") },
        ]}
      />
      <div className="flt-end">
        <button type="submit" className="btn btn-primary btn-small">
          {t("apply")}
        </button>
        <a href={path}>{t("clear")}</a>
      </div>
    </form>
  );
}
