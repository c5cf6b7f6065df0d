import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useMoments } from "@/components/admin/moments";
import { Panel } from "@/components/admin/panel";
import { formatLocalTime } from "@/lib/core/zones";
import type { Locale } from "@/lib/i18n/locales";
import type { EditorView } from "@/lib/record/editor/types";

/** Who keeps the record true, and until when it is public. */
export function SettingsPanel({
  view,
  locale,
  error,
}: {
  view: EditorView;
  locale: Locale;
  error: (name: string) => string | undefined;
}) {
  const t = useTranslations("editor.settings");
  const moments = useMoments(view.zone);
  const { owner, candidates, expiresAt } = view.settings;
  if (!view.may.publish && !owner && !expiresAt) return null;
  return (
    <Panel title={t("title")} id="settings">
      {!view.may.publish && owner && <p>{t("ownedBy", { name: owner.name })}</p>}
      {expiresAt && <p>{t("expiresAt", { at: moments.dayAndTime(expiresAt) })}</p>}
      {view.may.publish && (
        <FormFrame locale={locale} action="record-settings" back={`/admin/records/${view.id}`}>
          <input type="hidden" name="record" value={view.id} />
          <SelectInput
            name="owner"
            label={t("owner")}
            help={t("ownerHelp")}
            value={owner?.id ?? ""}
            choices={[
              { value: "", label: t("nobody") },
              ...candidates.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            error={error("owner")}
          />
          <TextInput
            name="expiresAt"
            label={t("expires")}
            help={t("expiresHelp", { zone: view.zone })}
            value={expiresAt ? formatLocalTime(new Date(expiresAt), view.zone) : ""}
            max={30}
            error={error("expiresAt")}
          />
          <button className="btn" type="submit">
            {t("save")}
          </button>
        </FormFrame>
      )}
    </Panel>
  );
}
