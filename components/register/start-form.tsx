import { useTranslations } from "next-intl";
import { FileInput, SelectInput } from "@/components/admin/field";
import { newId } from "@/lib/core/ids";
import { type Locale, locales } from "@/lib/i18n/locales";
import { registerKinds } from "@/lib/register/types";
import { tableFiles } from "@/lib/spreadsheet/types";

/** Where a list begins: what it is, where it belongs, the file. */
export function StartForm({
  regions,
  wish,
  locale,
}: {
  regions: { id: string; name: string }[];
  /** what was chosen before */
  wish: { kind?: string | undefined; language?: string | undefined };
  locale: Locale;
}) {
  const t = useTranslations("import");
  const languages = useTranslations("records.language");
  return (
    <form className="form" method="post" encType="multipart/form-data" action={`/${locale}/admin/import/upload`}>
      <input type="hidden" name="form" value={newId()} />
      <SelectInput
        name="kind"
        label={t("start.kind")}
        value={wish.kind}
        choices={registerKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <SelectInput
        name="region"
        label={t("start.region")}
        choices={regions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectInput
        name="language"
        label={t("start.language")}
        help={t("start.languageHelp")}
        value={wish.language ?? "ru"}
        choices={locales.map((one) => ({ value: one, label: languages(one) }))}
      />
      <FileInput name="file" label={t("start.file")} help={t("start.fileHelp")} accept={tableFiles} required />
      <button type="submit" className="btn btn-primary">
        {t("start.button")}
      </button>
      <p className="small muted">
        {t("start.template")}{" "}
        {registerKinds.map((kind, index) => (
          <span key={kind}>
            {index > 0 && ", "}
            <a href={`/${locale}/admin/import/template?kind=${kind}`}>{t(`kind.${kind}`)}</a>
          </span>
        ))}
      </p>
    </form>
  );
}
