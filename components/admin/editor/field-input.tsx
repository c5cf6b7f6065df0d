import { useLocale, useTranslations } from "next-intl";
import { useOptionWords } from "@/components/admin/option-words";
import { Foreign } from "@/components/ui/foreign";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang } from "@/lib/i18n/locales";
import { type Field, isRowLink } from "@/lib/publishing/shape";
import { inputId, toTyped } from "@/lib/record/editor/schema";
import type { LinkOption } from "@/lib/record/editor/types";

type Props = {
  name: string;
  label: string;
  help?: string | undefined;
  field: Field;
  value: string;
  /** why it cannot be put in force */
  error?: string | undefined;
  /** what another saved meanwhile in its place */
  theirs?: string | undefined;
  /** differs from what is in force */
  isChanged?: boolean;
  isReadOnly?: boolean;
  options: Record<string, LinkOption[]>;
  /** what the text of a link may mean, where it leads nowhere */
  candidates?: readonly LinkOption[] | undefined;
};

/** One field of a record. Its text goes as it was typed; nothing is refused before publishing. */
export function FieldInput(props: Props) {
  const { name, label, help, field, error, theirs, isChanged } = props;
  const t = useTranslations("editor");
  const id = inputId(name);
  const described = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  if (field.type === "flag") return <FlagInput {...props} id={id} />;
  if (field.type === "choices") return <ChoicesInput {...props} id={id} />;
  const isRequired = "required" in field && field.required;
  return (
    <div className={`fld${error ? " has-error" : ""}${isChanged ? " is-changed" : ""}`}>
      <label htmlFor={id}>
        {label}
        {isRequired && (
          <span className="fld-req" title={t("required")}>
            *
          </span>
        )}
      </label>
      <Control {...props} id={id} described={described} />
      {props.candidates && !props.isReadOnly && (
        <Candidates name={name} word={props.value} candidates={props.candidates} />
      )}
      {help && (
        <p className="fld-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      )}
      {theirs !== undefined && <Theirs name={name} text={shown(theirs, field, props.options)} />}
    </div>
  );
}

/** Records that somebody may have meant, each a button that puts it in. */
function Candidates({ name, word, candidates }: { name: string; word: string; candidates: readonly LinkOption[] }) {
  const t = useTranslations("editor.link");
  if (candidates.length === 0) return <p className="err">{t("nobody", { text: toTyped(word) })}</p>;
  return (
    <div className="cand">
      <p>{t("which")}</p>
      {candidates.map(({ id, label }) => (
        <button key={id} type="submit" className="btn btn-small" name="intent" value={`link/${name}/${id}/${word}`}>
          <Foreign text={label} />
        </button>
      ))}
    </div>
  );
}

/** What a colleague saved in the same place, with a tick that takes it. */
export function Theirs({ name, text }: { name: string; text: string }) {
  const t = useTranslations("editor");
  return (
    <div className="theirs">
      <p>{text === "" ? t("theirsEmpty") : t.rich("theirs", { text, b: (chunks) => <b>{chunks}</b> })}</p>
      <label className="check">
        <input type="checkbox" name={`theirs/${name}`} value="yes" />
        <span>{t("takeTheirs")}</span>
      </label>
    </div>
  );
}

function Control({
  name,
  field,
  value,
  error,
  isReadOnly,
  options,
  id,
  described,
}: Props & { id: string; described: string | undefined }) {
  const t = useTranslations("editor");
  const locale = useLocale();
  const optionWord = useOptionWords();
  const shared = {
    id,
    name,
    className: "in",
    disabled: isReadOnly,
    "aria-describedby": described,
    "aria-invalid": error ? true : undefined,
  };
  switch (field.type) {
    case "choice":
      return (
        <select {...shared} defaultValue={value}>
          <option value="">{t("notStated")}</option>
          {value !== "" && !field.options.includes(value) && <option value={value}>{value}</option>}
          {field.options.map((option) => (
            <option key={option} value={option}>
              {optionWord(field.set, option)}
            </option>
          ))}
        </select>
      );
    case "link": {
      const known = options[field.to]?.find((option) => option.id === value);
      if (isRowLink(field.to)) {
        return (
          <select {...shared} defaultValue={value}>
            <option value="">{t("notStated")}</option>
            {options[field.to]?.map((option) => (
              <option key={option.id} value={option.id} lang={langOf(option.label)}>
                {/^\d+$/.test(option.label) ? t("item", { number: option.label }) : option.label}
              </option>
            ))}
          </select>
        );
      }
      return (
        <input
          {...shared}
          type="text"
          data-links={field.to}
          lang={known ? htmlLang[languageByScript(known.label)] : undefined}
          defaultValue={known?.label ?? toTyped(value)}
          autoComplete="off"
          placeholder={known ? undefined : t("typeName")}
        />
      );
    }
    case "decimal":
    case "whole":
      return (
        <input
          {...shared}
          type="text"
          inputMode="decimal"
          defaultValue={localNumber(value, locale)}
          autoComplete="off"
        />
      );
    case "day":
    case "span":
    case "instant":
      return (
        <input
          {...shared}
          type="text"
          defaultValue={value}
          autoComplete="off"
          placeholder={t(`placeholder.${field.type}`)}
        />
      );
    case "text":
      return field.max > 300 && !field.format ? (
        <textarea {...shared} defaultValue={value} rows={2} maxLength={field.max} />
      ) : (
        <input {...shared} type="text" defaultValue={value} maxLength={field.max} autoComplete="off" />
      );
    default:
      return null;
  }
}

function FlagInput({ name, label, help, value, isReadOnly, id }: Props & { id: string }) {
  return (
    <div className="fld fld-flag">
      {!isReadOnly && <input type="hidden" name={name} value="" />}
      <label className="check" htmlFor={id}>
        <input type="checkbox" id={id} name={name} value="yes" defaultChecked={value === "yes"} disabled={isReadOnly} />
        <span>{label}</span>
      </label>
      {help && <p className="fld-help">{help}</p>}
    </div>
  );
}

function ChoicesInput({ name, label, field, value, isReadOnly }: Props & { id: string }) {
  const optionWord = useOptionWords();
  if (field.type !== "choices") return null;
  const chosen = value.split(" ");
  return (
    <fieldset className="fld fld-choices">
      <legend>{label}</legend>
      {!isReadOnly && <input type="hidden" name={name} value="" />}
      {field.options.map((option) => (
        <label className="check" key={option}>
          <input
            type="checkbox"
            name={name}
            value={option}
            defaultChecked={chosen.includes(option)}
            disabled={isReadOnly}
          />
          <span>{optionWord(field.set, option)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Of a name; a number is of no language. */
function langOf(label: string): string | undefined {
  return /^\d+$/.test(label) ? undefined : htmlLang[languageByScript(label)];
}

/** 12.5 as the language writes it; what is no number stays as typed. */
export function localNumber(value: string, locale: string): string {
  return locale === "ru" && /^-?\d+\.\d+$/.test(value) ? value.replace(".", ",") : value;
}

function shown(value: string, field: Field, options: Record<string, LinkOption[]>): string {
  return field.type === "link" ? (options[field.to]?.find(({ id }) => id === value)?.label ?? value) : value;
}
