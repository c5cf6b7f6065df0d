import { useTranslations } from "next-intl";
import { CheckInput, SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useOptionWords } from "@/components/admin/option-words";
import { useTried } from "@/components/admin/use-tried";
import { useFieldWords } from "@/components/register/words";
import type { Tried } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import { columnName } from "@/lib/register/batch/labels";
import type { BatchView } from "@/lib/register/batch/types";
import { type ImportField, importFields } from "@/lib/register/fields";
import { bareOptions } from "@/lib/register/options";

/** What each column means, what holds for all rows, where the figures come from. */
export function MappingForm({ view, tried, locale }: { view: BatchView; tried: Tried | null; locale: Locale }) {
  const t = useTranslations("import.map");
  const again = useTried(tried);
  const { batch } = view;
  return (
    <FormFrame locale={locale} action="import-map" back={`/admin/import/${batch.id}`} id="mapping">
      <input type="hidden" name="batch" value={batch.id} />
      <p>{t("intro")}</p>
      <Columns view={view} again={again} />
      <Constants view={view} again={again} />
      <Source view={view} again={again} />
      <button type="submit" className="btn btn-primary">
        {batch.state === "uploaded" ? t("check") : t("again")}
      </button>
    </FormFrame>
  );
}

type Again = ReturnType<typeof useTried>;

function Columns({ view: { batch, samples }, again }: { view: BatchView; again: Again }) {
  const t = useTranslations("import.map");
  const say = useFieldWords();
  const fields = importFields[batch.kind];
  const isNamed = ({ label }: ImportField) => label.language !== undefined;
  const groups = [
    { label: t("own"), fields: fields.filter((field) => !isNamed(field)) },
    { label: t("languages"), fields: fields.filter(isNamed) },
  ];
  return (
    <table className="tbl tbl-stack imp-map">
      <caption className="vh">{t("title")}</caption>
      <thead>
        <tr>
          {[t("column"), t("header"), t("sample"), t("field")].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {batch.headers.map((header, column) => {
          const name = `column.${column}`;
          const key = columnName(column);
          const error = again.error(name);
          return (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td data-l={t("header")}>
                <div>{header}</div>
              </td>
              <td data-l={t("sample")}>
                <div className="muted small">{(samples[column] ?? []).join(" · ").slice(0, 120)}</div>
              </td>
              <td data-l={t("field")}>
                <div>
                  <select
                    name={name}
                    className="in"
                    aria-label={`${key}: ${header}`}
                    aria-invalid={error ? true : undefined}
                    defaultValue={again.value(name, batch.mapping[String(column)] ?? "")}
                  >
                    <option value="">{t("skip")}</option>
                    {groups.map((group) => (
                      <optgroup key={group.label} label={group.label}>
                        {group.fields.map((field) => (
                          <option key={field.id} value={field.id}>
                            {say(field)}
                          </option>
                        ))}
                      </optgroup>
                    ))}
                  </select>
                  {error && <p className="imp-err">{t("twice")}</p>}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Obligatory fields that no column fills, and what was said for all rows before. */
function Constants({ view: { batch }, again }: { view: BatchView; again: Again }) {
  const t = useTranslations("import.map");
  const say = useFieldWords();
  const options = useOptionWords();
  const { constants } = batch.settings;
  const fields = importFields[batch.kind].filter(
    ({ id, isRequired, reading }) =>
      (isRequired || constants[id] !== undefined || id === "pricePer") &&
      id !== "name" &&
      id !== "code" &&
      reading.as !== "link",
  );
  return (
    <fieldset className="imp-set">
      <legend>{t("constants")}</legend>
      <p className="hint">{t("constantsHelp")}</p>
      <div className="imp-grid">
        {fields.map((field) => {
          const name = `constant.${field.id}`;
          const value = again.value(name, constants[field.id] ?? "");
          const { reading } = field;
          if (reading.as !== "option") return <TextInput key={field.id} name={name} label={say(field)} value={value} />;
          const choices = bareOptions(reading.set).map((one) => ({ value: one, label: options(reading.set, one) }));
          return (
            <SelectInput
              key={field.id}
              name={name}
              label={say(field)}
              value={value}
              choices={[{ value: "", label: "–" }, ...choices]}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function Source({ view: { batch, sources }, again }: { view: BatchView; again: Again }) {
  const t = useTranslations("import.map");
  const languages = useTranslations("records.language");
  const { settings } = batch;
  return (
    <fieldset className="imp-set">
      <legend>{t("figures")}</legend>
      <SelectInput
        name="source"
        label={t("source")}
        help={t("sourceHelp")}
        error={again.error("source")}
        value={again.value("source", settings.sourceId)}
        choices={[
          { value: "", label: t("sourceNone") },
          { value: "new", label: t("sourceNew") },
          ...sources.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <details className="imp-new" open={again.value("source") === "new"}>
        <summary>{t("newSource")}</summary>
        <div className="imp-grid">
          <TextInput
            name="sourceTitle"
            label={t("sourceTitle")}
            value={again.value("sourceTitle")}
            error={again.error("sourceTitle")}
          />
          <TextInput
            name="sourcePublisher"
            label={t("sourcePublisher")}
            value={again.value("sourcePublisher")}
            error={again.error("sourcePublisher")}
          />
          <TextInput
            name="sourceDate"
            type="date"
            label={t("sourceDate")}
            value={again.value("sourceDate")}
            error={again.error("sourceDate")}
          />
        </div>
      </details>
      <div className="imp-grid">
        <TextInput
          name="asOf"
          label={t("asOf")}
          help={t("asOfHelp")}
          value={again.value("asOf", settings.asOf)}
          error={again.error("asOf")}
        />
        <TextInput
          name="reviewBy"
          label={t("reviewBy")}
          help={t("asOfHelp")}
          value={again.value("reviewBy", settings.reviewBy)}
          error={again.error("reviewBy")}
          required={false}
        />
        <SelectInput
          name="language"
          label={t("language")}
          value={again.value("language", batch.locale)}
          choices={locales.map((one) => ({ value: one, label: languages(one) }))}
        />
      </div>
      {batch.kind === "resident" && (
        <CheckInput name="isOpenRegister" label={t("isOpenRegister")} isOn={settings.isOpenRegister} />
      )}
    </fieldset>
  );
}
