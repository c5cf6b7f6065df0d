import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { ScopeSelect } from "@/components/staff/scope-select";
import { roles } from "@/lib/auth/types";
import type { Tried } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { ScopeNames } from "@/lib/staff/people/types";

/** By this the operator invites somebody. */
export function InviteForm({ locale, scopes, tried }: { locale: Locale; scopes: ScopeNames; tried: Tried | null }) {
  const t = useTranslations("staff");
  const role = useTranslations("rights.role");
  const language = useTranslations("common.language");
  const { value, error } = useTried(tried);
  return (
    <Panel title={t("people.invite")} id="invite">
      <p className="muted small">{t("people.inviteText")}</p>
      <FormFrame locale={locale} action="invite" back="/admin/staff">
        <TextInput
          name="email"
          label={t("email")}
          type="email"
          value={value("email")}
          error={error("email")}
          max={254}
          required
        />
        <SelectInput
          name="role"
          label={t("people.role")}
          value={value("role", "editor")}
          choices={roles.map((one) => ({ value: one, label: role(one) }))}
        />
        <ScopeSelect
          name="scope"
          label={t("people.scope")}
          scopes={scopes}
          value={value("scope", scopes.regions[0] ? `region:${scopes.regions[0].id}` : "all")}
          error={error("scope")}
        />
        <SelectInput
          name="locale"
          label={t("people.language")}
          value={value("locale", locale)}
          choices={locales.map((one) => ({ value: one, label: language(one) }))}
        />
        <button type="submit" className="btn btn-primary">
          {t("people.inviteSubmit")}
        </button>
      </FormFrame>
    </Panel>
  );
}
