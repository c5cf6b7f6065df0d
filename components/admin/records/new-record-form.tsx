import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useKindWords } from "@/components/admin/kind-words";
import { useTried } from "@/components/admin/use-tried";
import type { Tried } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { ListedKind } from "@/lib/record/shapes";
import { longestName } from "@/lib/translation/fields";

/**
 * What a record begins with.
 *
 * @param kind     that the form stands at first
 * @param regions  those in which the actor may begin one
 * @param isSharedAllowed  may it belong to no region?
 */
export function NewRecordForm({
  locale,
  kinds,
  kind,
  regions,
  isSharedAllowed,
  tried,
}: {
  locale: Locale;
  kinds: ListedKind[];
  kind: ListedKind | undefined;
  regions: { id: string; name: string }[];
  isSharedAllowed: boolean;
  tried: Tried | null;
}) {
  const t = useTranslations("records");
  const shared = useTranslations("admin.filter");
  const kindWords = useKindWords();
  const again = useTried(tried);
  return (
    <div className="pan pan-b narrow">
      <p className="muted">{t("new.intro")}</p>
      <FormFrame locale={locale} action="create-record" back="/admin/records/new">
        <SelectInput
          name="kind"
          label={t("new.kind")}
          value={again.value("kind", kind)}
          error={again.error("kind")}
          choices={kinds.map((one) => ({ value: one, label: kindWords.one(one) }))}
        />
        <SelectInput
          name="region"
          label={t("new.region")}
          value={again.value("region")}
          error={again.error("region")}
          choices={[
            ...regions.map(({ id, name }) => ({ value: id, label: name })),
            ...(isSharedAllowed ? [{ value: "", label: shared("shared") }] : []),
          ]}
        />
        <SelectInput
          name="language"
          label={t("new.language")}
          help={t("new.languageHelp")}
          value={again.value("language", "ru")}
          error={again.error("language")}
          choices={locales.map((one) => ({
            value: one,
            label: t(`language.${one}`),
          }))}
        />
        <TextInput
          name="name"
          label={t("new.name")}
          value={again.value("name")}
          error={again.error("name")}
          max={longestName}
          required
        />
        <TextInput
          name="slug"
          label={t("new.slug")}
          help={t("new.slugHelp")}
          value={again.value("slug")}
          error={again.error("slug")}
          max={100}
          required={false}
        />
        <button type="submit" className="btn btn-primary">
          {t("new.save")}
        </button>
      </FormFrame>
    </div>
  );
}
