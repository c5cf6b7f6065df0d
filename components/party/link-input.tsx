import { useTranslations } from "next-intl";
import { useId } from "react";

/** A field that leads to a record by its name; a list of suggestions opens where scripts run. */
export function LinkInput({
  name,
  to,
  label,
  help,
  value,
  error,
}: {
  name: string;
  to: "person" | "organisation";
  label: string;
  help?: string;
  value?: string | undefined;
  error?: string | undefined;
}) {
  const t = useTranslations("editor");
  const id = useId();
  const described = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      <input
        id={id}
        className="in"
        type="text"
        name={name}
        data-links={to}
        defaultValue={value}
        autoComplete="off"
        placeholder={t("typeName")}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
      {error && (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
