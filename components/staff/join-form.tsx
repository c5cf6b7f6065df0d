import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { GrantList } from "@/components/staff/grant-list";
import { NewPasswordFields } from "@/components/staff/new-password-fields";
import type { Locale } from "@/lib/i18n/locales";
import type { OpenInvitation } from "@/lib/staff/invitation/types";
import type { ScopeNames } from "@/lib/staff/people/types";

/** By this somebody who was invited becomes a member of staff. */
export function JoinForm({
  locale,
  token,
  invitation: { email, name, grants },
  typed,
  scopes,
}: {
  locale: Locale;
  token: string;
  invitation: OpenInvitation;
  /** what was sent and refused */
  typed: { name?: string | undefined; email?: string | undefined };
  scopes: ScopeNames;
}) {
  const t = useTranslations("staff");
  return (
    <div className="pan entry-pan">
      <p>{email ? t("invitation.text") : t("invitation.first")}</p>
      <dl className="kv">
        {email && (
          <>
            <dt>{t("email")}</dt>
            <dd>{email}</dd>
          </>
        )}
        <dt>{t("invitation.roles")}</dt>
        <dd>
          <GrantList grants={grants} scopes={scopes} />
        </dd>
      </dl>
      <FormFrame locale={locale} action="join" back={`/admin/invitation/${token}`}>
        <input type="hidden" name="token" value={token} />
        {email ? (
          // For password managers: under which name the password is kept.
          <input type="hidden" name="username" autoComplete="username" value={email} />
        ) : (
          <TextInput
            name="email"
            label={t("email")}
            type="email"
            value={typed.email}
            autoComplete="username"
            required
          />
        )}
        <TextInput
          name="name"
          label={t("name")}
          value={typed.name ?? name ?? undefined}
          autoComplete="name"
          max={120}
          required
        />
        <NewPasswordFields />
        <button type="submit" className="btn btn-primary">
          {t("invitation.submit")}
        </button>
      </FormFrame>
    </div>
  );
}
