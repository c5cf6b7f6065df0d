import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useTried } from "@/components/admin/use-tried";
import { Icon } from "@/components/ui/icon";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { SourceForm as Source, SourceField } from "@/lib/source/editor/types";

/**
 * A source that is changed, or a new one.
 *
 * @param source   null: a new one
 * @param regions  those whose sources the actor may change
 */
export function SourceForm({
  source,
  regions,
  isSharedAllowed,
  tried,
  locale,
}: {
  source: Source | null;
  regions: { id: string; name: string }[];
  isSharedAllowed: boolean;
  tried: Tried | null;
  locale: Locale;
}) {
  const t = useTranslations("sources");
  const again = useTried(tried);
  const isConflict = source !== null && tried?.result.code === "conflict";
  const inputOf = (name: SourceField) => {
    const saved = source?.texts[name];
    const value = again.value(name, saved) ?? "";
    return { name, value, error: again.error(name), theirs: isConflict && value !== saved ? saved : undefined };
  };
  const names = new Map(regions.map(({ id, name }) => [id, name]));
  return (
    <div className="pan pan-b narrow">
      {source && <p className="muted">{t("form.facts", { count: source.factCount })}</p>}
      {isConflict && (
        <div className="note note-warn">
          <Icon name="warn" />
          <p>{t("form.conflict")}</p>
        </div>
      )}
      <FormFrame
        locale={locale}
        action={source ? "change-source" : "create-source"}
        back={source ? `/admin/sources/${source.id}` : "/admin/sources/new"}
      >
        {source && <input type="hidden" name="source" value={source.id} />}
        {source && (
          <input type="hidden" name="base" value={isConflict || !tried ? source.base : (again.value("base") ?? "")} />
        )}
        <Text {...inputOf("title")} label={t("form.title")} max={500} required />
        <Text {...inputOf("publisher")} label={t("form.publisher")} max={200} required />
        <Text {...inputOf("url")} label={t("form.url")} help={t("form.urlHelp")} type="url" max={1000} />
        <Text {...inputOf("publishedOn")} label={t("form.publishedOn")} help={t("form.publishedOnHelp")} type="date" />
        <Text
          {...inputOf("supports")}
          label={t("form.supports")}
          help={t("form.supportsHelp")}
          max={1000}
          multiline={4}
          required
        />
        <Region input={inputOf("region")} names={names} isSharedAllowed={isSharedAllowed} />
        <Text {...inputOf("archivedUrl")} label={t("form.archivedUrl")} type="url" max={1000} />
        <button type="submit" className="btn btn-primary">
          {source ? t("form.save") : t("form.create")}
        </button>
      </FormFrame>
    </div>
  );
}

type Input = { name: string; value: string; error: string | undefined; theirs: string | undefined };

/** A field, and below it what another saved there meanwhile. */
function Text({ theirs, required = false, ...input }: Input & Omit<Parameters<typeof TextInput>[0], keyof Input>) {
  return (
    <div>
      <TextInput {...input} required={required} />
      <Theirs text={theirs} />
    </div>
  );
}

function Region({
  input: { theirs, ...input },
  names,
  isSharedAllowed,
}: {
  input: Input;
  names: ReadonlyMap<string, string>;
  isSharedAllowed: boolean;
}) {
  const t = useTranslations("sources");
  const shared = useTranslations("admin.filter");
  return (
    <div>
      <SelectInput
        {...input}
        label={t("form.region")}
        choices={[
          ...[...names].map(([value, label]) => ({ value, label })),
          ...(isSharedAllowed ? [{ value: "", label: shared("shared") }] : []),
        ]}
      />
      <Theirs text={theirs && (names.get(theirs) ?? theirs)} />
    </div>
  );
}

function Theirs({ text }: { text: string | undefined }) {
  const t = useTranslations("sources.form");
  if (text === undefined) return null;
  return <p className="theirs">{text === "" ? t("theirsEmpty") : t("theirs", { text })}</p>;
}
