import { useTranslations } from "next-intl";
import { CheckInput, SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Naming } from "@/components/admin/naming";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { GrantList } from "@/components/staff/grant-list";
import { NewPasswordFields } from "@/components/staff/new-password-fields";
import { SessionList } from "@/components/staff/session-list";
import type { Actor } from "@/lib/auth/types";
import type { Tried } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { OwnSession } from "@/lib/staff/account/types";
import type { ScopeNames } from "@/lib/staff/people/types";

const page = "/admin/account";

/** Everything that somebody settles for himself. */
export function AccountView({
  actor,
  locale,
  sessions,
  scopes,
  tried,
  wantsDigest,
}: {
  actor: Actor;
  locale: Locale;
  sessions: readonly OwnSession[];
  scopes: ScopeNames;
  tried: Tried | null;
  wantsDigest: boolean;
}) {
  const t = useTranslations("staff");
  const names = useTranslations("common.language");
  const { error } = useTried(tried);
  return (
    <div className="cols2">
      <div>
        <Panel title={t("account.who")}>
          <dl className="kv">
            <dt>{t("name")}</dt>
            <dd>
              <Naming text={actor.name} />
            </dd>
            <dt>{t("email")}</dt>
            <dd>{actor.email}</dd>
            <dt>{t("invitation.roles")}</dt>
            <dd>
              <GrantList grants={actor.grants} scopes={scopes} />
            </dd>
          </dl>
        </Panel>
        <Panel title={t("account.sessions")}>
          <p className="muted small">{t("account.sessionsHelp")}</p>
          <SessionList locale={locale} sessions={sessions} />
        </Panel>
      </div>
      <div>
        <Panel title={t("account.secondFactor")}>
          <p>{t(actor.hasSecondFactor ? "account.secondFactorOn" : "account.secondFactorOff")}</p>
          <p>
            <a href={`/${locale}/admin/account/second-factor`}>{t("account.secondFactorLink")}</a>
          </p>
        </Panel>
        <Panel title={t("account.passwordTitle")} id="password">
          <FormFrame locale={locale} action="account-password" back={page}>
            <TextInput
              name="password"
              label={t("account.current")}
              type="password"
              autoComplete="current-password"
              error={error("password")}
              required
            />
            <NewPasswordFields
              name="new-password"
              label={t("account.new")}
              errors={{ first: error("new-password"), again: error("again") }}
            />
            <button type="submit" className="btn btn-primary">
              {t("account.change")}
            </button>
          </FormFrame>
        </Panel>
        <Panel title={t("account.language")}>
          <FormFrame locale={locale} action="account-language" back={page}>
            <SelectInput
              name="locale"
              label={t("account.languageLabel")}
              help={t("account.languageHelp")}
              value={actor.locale}
              choices={locales.map((value) => ({ value, label: names(value) }))}
            />
            <CheckInput name="digest" label={t("account.digest")} isOn={wantsDigest} />
            <button type="submit" className="btn">
              {t("account.save")}
            </button>
          </FormFrame>
        </Panel>
      </div>
    </div>
  );
}
