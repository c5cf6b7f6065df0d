import { useTranslations } from "next-intl";
import { SheetInput } from "@/components/admin/editor/sheet-input";
import { TriText } from "@/components/admin/editor/tri-text";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import { outcomeShape } from "@/lib/outcome/shape";
import { outcomeStages } from "@/lib/outcome/types";
import type { PartName } from "@/lib/publishing/types";
import { printFormBase } from "@/lib/record/editor/schema";
import type { EditorView } from "@/lib/record/editor/types";
import { longestName } from "@/lib/translation/fields";

const parts: PartName[] = ["shared", "ru", "zh", "en"];
const valueFields = ["kind", "dueOn", "visibility", "hasNoFollowUp"] as const;
const ownerFields = ["personId", "organisationId", "post"] as const;

/** One promise: what, who owes it on each side, the next step and its date, and where it stands on the ladder. */
export function OutcomeForm({
  view,
  visit,
  locale,
  tried,
}: {
  view: EditorView;
  /** in whose register it stands; null: in that of all */
  visit: string | null;
  locale: Locale;
  tried: Tried | null;
}) {
  const t = useTranslations("ledger");
  const outcome = useTranslations("outcome.stage");
  const again = useTried(tried);
  const list = visit ? `/admin/visits/${visit}/outcomes` : "/admin/outcomes";
  return (
    <Panel
      id="outcome"
      title={t("entry")}
      aside={
        <a className="btn btn-small" href={`/${locale}${list}#outcome-${view.id}`}>
          {t("close")}
        </a>
      }
    >
      <FormFrame locale={locale} action="save-outcome" back={`${list}?outcome=${view.id}`}>
        <button type="submit" name="intent" value="draft" className="vh" tabIndex={-1} aria-hidden="true">
          {t("saveDraft")}
        </button>
        <input type="hidden" name="record" value={view.id} />
        <input type="hidden" name="outcome" value={view.id} />
        {visit && <input type="hidden" name="visit" value={visit} />}
        {parts.map((part) => (
          <input key={part} type="hidden" name={`base.${part}`} value={printFormBase(view.parts[part].base)} />
        ))}
        <TriText view={view} path="name" label={t("column.what")} max={longestName} isRequired />
        <TriText view={view} path={`texts.${view.id}.nextStep`} label={t("column.next")} max={300} />
        {again.error("next_step") && <p className="err">{t("lack.next_step")}</p>}
        <div className="flds">
          {valueFields.map((name) => {
            const field = outcomeShape.fields[name];
            return (
              field && <SheetInput key={name} {...{ view, name, field }} path={`values.${name}`} scope="outcome" />
            );
          })}
        </div>
        {again.error("due") && <p className="err">{t("lack.due")}</p>}
        {(["ru", "cn"] as const).map((side) => (
          <fieldset key={side} className="sgrp">
            <legend>{t(`owner.${side}`)}</legend>
            <p className="fld-help">{t("ownerHelp")}</p>
            {again.error(`owner_${side}`) && <p className="err">{t(`lack.owner_${side}`)}</p>}
            <div className="flds">
              {ownerFields.map((name) => {
                const field = outcomeShape.rows.owners?.fields[name];
                const path = `rows.owners.${side}.${name}`;
                return field && <SheetInput key={name} {...{ view, path, name, field }} scope="owners" />;
              })}
            </div>
          </fieldset>
        ))}
        <fieldset className="sgrp">
          <legend>{t("step.title")}</legend>
          <p className="fld-help">{t("step.help")}</p>
          {again.error("stage") && <p className="err">{t("step.lack")}</p>}
          <div className="flds">
            <SelectInput
              name="step.stage"
              label={t("step.stage")}
              value={again.value("step.stage")}
              choices={[
                { value: "", label: t("step.none") },
                ...outcomeStages.map((stage) => ({ value: stage, label: outcome(stage) })),
              ]}
            />
            <TextInput name="step.on" type="date" label={t("step.on")} value={again.value("step.on")} />
            <TextInput name="step.reason" label={t("step.reason")} value={again.value("step.reason")} max={600} />
            <TextInput
              name="step.source"
              label={t("step.source")}
              help={t("step.sourceHelp")}
              value={again.value("step.source")}
              max={300}
            />
            <TextInput
              name="step.document"
              label={t("step.document")}
              help={t("step.documentHelp")}
              value={again.value("step.document")}
              max={300}
            />
          </div>
        </fieldset>
        <p className="edit-end">
          <button className="btn btn-primary" type="submit" name="intent" value="force">
            {t(view.may.publish ? "force" : "submit")}
          </button>
          <button className="btn" type="submit" name="intent" value="draft">
            {t("saveDraft")}
          </button>
          <a href={`/${locale}/admin/records/${view.id}`}>{t("allFields")}</a>
        </p>
      </FormFrame>
    </Panel>
  );
}
