import { useTranslations } from "next-intl";
import { CheckInput, SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useOptionWords } from "@/components/admin/option-words";
import { useTried } from "@/components/admin/use-tried";
import { OutcomeKind } from "@/lib/db/generated/enums";
import type { Tried } from "@/lib/form/types";
import { htmlLang, type Locale, locales } from "@/lib/i18n/locales";
import type { ResultPage } from "@/lib/programme/meeting/types";

/** Five fields for a thumb: what was agreed, of what kind, who owns it on each side, what is next, by when. */
export function ResultForm({
  recordId,
  meeting,
  tried,
  locale,
}: {
  recordId: string;
  meeting: ResultPage;
  tried: Tried | null;
  locale: Locale;
}) {
  const t = useTranslations("party.result");
  const option = useOptionWords();
  const { value, error } = useTried(tried);
  const noted = locales.filter((one) => meeting.result[one]);
  return (
    <div className="rs">
      {noted.length > 0 && (
        <div className="note">
          <div>
            <p>{t("noted")}</p>
            {noted.map((one) => (
              <p key={one} lang={htmlLang[one]} className="rs-noted">
                {meeting.result[one]}
              </p>
            ))}
          </div>
        </div>
      )}
      <FormFrame
        locale={locale}
        action="meeting-result"
        back={`/admin/visits/${recordId}/meetings/${meeting.id}/result`}
      >
        <input type="hidden" name="record" value={recordId} />
        <input type="hidden" name="meeting" value={meeting.id} />
        <TextInput
          name="agreed"
          label={t("agreed")}
          help={t("agreedHelp")}
          value={value("agreed")}
          error={error("agreed")}
          multiline={2}
          max={300}
        />
        <SelectInput
          name="kind"
          label={t("kind")}
          value={value("kind", "")}
          error={error("kind")}
          choices={[
            { value: "", label: t("choose") },
            ...Object.values(OutcomeKind).map((one) => ({ value: one, label: option("OutcomeKind", one) })),
          ]}
        />
        <fieldset className="pf">
          <legend>{t("owners")}</legend>
          {(["cn", "ru"] as const).map((side) => (
            <div key={side} className="rs-owner">
              <SelectInput
                name={`owner.${side}`}
                label={option("Side", side)}
                value={value(`owner.${side}`, "")}
                error={error(`owner.${side}`)}
                choices={[
                  { value: "", label: t("choose") },
                  ...meeting.owners[side].map((one) => ({ value: one.value, label: one.label })),
                ]}
              />
              <TextInput name={`post.${side}`} label={t("post")} value={value(`post.${side}`)} max={200} />
            </div>
          ))}
        </fieldset>
        <TextInput name="step" label={t("step")} value={value("step")} error={error("step")} multiline={2} max={300} />
        <TextInput name="dueOn" type="date" label={t("dueOn")} value={value("dueOn")} error={error("dueOn")} />
        <CheckInput name="nothing" label={t("nothing")} isOn={value("nothing") === "yes"} />
        <p className="pf-end">
          <button className="btn btn-primary rs-save" type="submit">
            {t("save")}
          </button>
        </p>
      </FormFrame>
    </div>
  );
}
