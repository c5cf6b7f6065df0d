import { useTranslations } from "next-intl";
import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from "react";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang, type Locale } from "@/lib/i18n/locales";

type FieldProps = {
  name: string;
  label: string;
  /** text of the refusal */
  error?: string | undefined;
  help?: ReactNode;
  required?: boolean | undefined;
};

/** Label, help and refusal around one control, tied to it by `describedBy`. */
function Field({
  id,
  label,
  error,
  help,
  required,
  children,
}: Omit<FieldProps, "name"> & { id: string; children: ReactNode }) {
  const t = useTranslations("form");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required === false && <span className="field-opt">{t("optional")}</span>}
      </label>
      {help && (
        <p className="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      {error && (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, { help, error }: Pick<FieldProps, "help" | "error">) {
  const ids = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

/**
 * A field for text.
 *
 * @param required   false says "not obligatory" beside the label; left out says nothing
 * @param multiline  number of lines of a larger field
 * @param lang       language of the text, where it is not that of the page
 * @param max        most characters
 */
export function TextInput({
  value,
  type = "text",
  multiline,
  lang,
  max,
  autoComplete = "off",
  inputMode,
  ...field
}: FieldProps & {
  value?: string | undefined;
  type?: "text" | "email" | "password" | "url" | "date" | "time" | "datetime-local" | "number" | "search" | undefined;
  multiline?: number | boolean | undefined;
  lang?: Locale | undefined;
  max?: number | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  inputMode?: "numeric" | "decimal" | "text" | undefined;
}) {
  const id = useId();
  const shared = {
    id,
    name: field.name,
    className: "in",
    defaultValue: value,
    required: field.required === true,
    lang: lang && htmlLang[lang],
    maxLength: max,
    autoComplete,
    ...described(id, field),
  };
  return (
    <Field id={id} {...field}>
      {multiline ? (
        <textarea {...shared} rows={multiline === true ? 4 : multiline} />
      ) : (
        <input {...shared} type={type} inputMode={inputMode} />
      )}
    </Field>
  );
}

export type Choice = { value: string; label: string };
/** Answers under a heading of their own. */
export type ChoiceGroup = { label: string; choices: readonly Choice[] };

/** A field with few answers. */
export function SelectInput({
  value,
  choices,
  ...field
}: FieldProps & { value?: string | undefined; choices: readonly (Choice | ChoiceGroup)[] }) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <select
        id={id}
        name={field.name}
        className="in"
        defaultValue={value}
        required={field.required === true}
        {...described(id, field)}
      >
        {choices.map((choice) =>
          "choices" in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map((one) => (
                <Option key={one.value} {...one} />
              ))}
            </optgroup>
          ) : (
            <Option key={choice.value} {...choice} />
          ),
        )}
      </select>
    </Field>
  );
}

function Option({ value, label }: Choice) {
  const page = usePageLocale();
  const lang = languageByScript(label);
  // Latin letters stand in all three languages.
  const isForeign = lang !== "en" && lang !== page;
  return (
    <option value={value} lang={isForeign ? htmlLang[lang] : undefined}>
      {label}
    </option>
  );
}

/**
 * A field for one file.
 *
 * @param accept  what the browser offers first, as in HTML
 */
export function FileInput({ accept, ...field }: FieldProps & { accept: string }) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <input
        id={id}
        className="in in-file"
        type="file"
        name={field.name}
        accept={accept}
        required={field.required === true}
        {...described(id, field)}
      />
    </Field>
  );
}

/** A field with yes or no; sends `value` when it is ticked, nothing otherwise. */
export function CheckInput({
  name,
  label,
  value = "yes",
  isOn,
}: {
  name: string;
  label: ReactNode;
  value?: string;
  isOn?: boolean;
}) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={isOn} />
      <span>{label}</span>
    </label>
  );
}
