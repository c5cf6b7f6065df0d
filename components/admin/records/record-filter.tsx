import { useTranslations } from "next-intl";
import { useId } from "react";
import { CheckInput, SelectInput, TextInput } from "@/components/admin/field";
import { FilterFrame, RegionSelect } from "@/components/admin/filter-frame";
import { useKindWords } from "@/components/admin/kind-words";
import { type Locale, locales } from "@/lib/i18n/locales";
import { draftStates, type ListFilter, recordStates, translationStatuses } from "@/lib/record/list/types";
import { listedKinds } from "@/lib/record/shapes";

type Region = { slug: string; name: string };

/** Narrows the list; an ordinary form that leads to an address. */
export function RecordFilter({ filter, regions, locale }: { filter: ListFilter; regions: Region[]; locale: Locale }) {
  const t = useTranslations("records");
  const kindWords = useKindWords();
  const path = `/${locale}/admin/records`;
  return (
    <FilterFrame
      path={path}
      label={t("filter.label")}
      last={<CheckInput name="mine" label={t("filter.mine")} isOn={filter.isMine} />}
    >
      <TextInput name="q" label={t("filter.search")} value={filter.search} type="search" max={100} />
      <SelectInput
        name="kind"
        label={t("filter.kind")}
        value={filter.kind ?? ""}
        choices={[
          { value: "", label: t("filter.any") },
          ...listedKinds.map((kind) => ({ value: kind, label: kindWords.many(kind) })),
        ]}
      />
      <RegionSelect value={filter.region} regions={regions.map(({ slug, name }) => ({ value: slug, name }))} />
      <SelectInput
        name="state"
        label={t("filter.state")}
        value={filter.state ?? ""}
        choices={[
          { value: "", label: t("filter.any") },
          ...recordStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
        ]}
      />
      <LanguageSelect filter={filter} />
    </FilterFrame>
  );
}

function LanguageSelect({ filter: { language } }: { filter: ListFilter }) {
  const t = useTranslations("records");
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t("filter.language")}</label>
      <select id={id} name="text" className="in" defaultValue={language ? `${language.locale}.${language.status}` : ""}>
        <option value="">{t("filter.any")}</option>
        {locales.map((one) => (
          <optgroup key={one} label={t(`language.${one}`)}>
            {translationStatuses.map((status) => (
              <option key={status} value={`${one}.${status}`}>
                {`${t(`language.${one}`)}: ${t(`text.${status}`)}`}
              </option>
            ))}
            {draftStates.map((state) => (
              <option key={state} value={`${one}.${state}`}>
                {`${t(`language.${one}`)}: ${t(`draft.${state}`)}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
