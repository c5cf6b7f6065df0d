import { useTranslations } from "next-intl";
import { type Choice, type ChoiceGroup, SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useTried } from "@/components/admin/use-tried";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { BeginChoice } from "@/lib/programme/begin/types";
import { longestName } from "@/lib/translation/fields";

/**
 * What a visit begins with.
 *
 * @param from  visit or template that it is to begin with, from the address
 * @param tie   how it stands to that visit
 */
export function NewVisitForm({
  locale,
  regions,
  beginnings,
  from,
  tie,
  tried,
}: {
  locale: Locale;
  regions: { id: string; name: string }[];
  beginnings: BeginChoice[];
  from: string;
  tie: string;
  tried: Tried | null;
}) {
  const t = useTranslations("visits.new");
  const again = useTried(tried);
  const groupOf = (group: BeginChoice["group"], label: string): ChoiceGroup[] => {
    const choices = beginnings.filter((one) => one.group === group);
    return choices.length > 0 ? [{ label, choices }] : [];
  };
  const ways: (Choice | ChoiceGroup)[] = [
    { value: "", label: t("nothing") },
    ...groupOf("template", t("templates")),
    ...groupOf("visit", t("visits")),
  ];
  return (
    <div className="pan pan-b narrow">
      <p className="muted">{t("intro")}</p>
      <FormFrame locale={locale} action="new-visit" back="/admin/visits/new">
        <TextInput
          name="name"
          label={t("name")}
          help={t("nameHelp")}
          value={again.value("name")}
          error={again.error("name")}
          max={longestName}
          required
        />
        <SelectInput
          name="region"
          label={t("region")}
          value={again.value("region")}
          error={again.error("region")}
          choices={regions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectInput
          name="direction"
          label={t("direction")}
          value={again.value("direction")}
          error={again.error("direction")}
          choices={(["inbound", "outbound"] as const).map((value) => ({ value, label: t(value) }))}
        />
        <TextInput
          name="startsOn"
          type="date"
          label={t("startsOn")}
          value={again.value("startsOn")}
          error={again.error("startsOn")}
          required={false}
        />
        <TextInput
          name="endsOn"
          type="date"
          label={t("endsOn")}
          value={again.value("endsOn")}
          error={again.error("endsOn")}
          required={false}
        />
        <SelectInput
          name="from"
          label={t("from")}
          help={t("fromHelp")}
          value={again.value("from", from)}
          error={again.error("from")}
          choices={ways}
        />
        <SelectInput
          name="tie"
          label={t("tie")}
          value={again.value("tie", tie)}
          error={again.error("tie")}
          choices={[
            { value: "", label: t("tieNone") },
            { value: "continues", label: t("tieContinues") },
            { value: "reply", label: t("tieReply") },
          ]}
        />
        <button type="submit" className="btn btn-primary">
          {t("save")}
        </button>
      </FormFrame>
    </div>
  );
}
