import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { useMoment } from "@/components/admin/use-moment";
import { GrantList } from "@/components/staff/grant-list";
import type { Locale } from "@/lib/i18n/locales";
import type { InvitationRow } from "@/lib/staff/invitation/types";
import type { ScopeNames } from "@/lib/staff/people/types";

/** Invitations that nobody has accepted yet. */
export function InvitationList({
  locale,
  invitations,
  scopes,
}: {
  locale: Locale;
  invitations: readonly InvitationRow[];
  scopes: ScopeNames;
}) {
  const t = useTranslations("staff.people");
  const list = useTranslations("common.list");
  const moment = useMoment();
  return (
    <Panel title={t("invitations")}>
      {invitations.length === 0 && <p className="muted">{t("invitationsNone")}</p>}
      <ul className="rows">
        {invitations.map(({ id, email, grants, expiresAt, isExpired, invitedBy }) => (
          <li key={id} className="line">
            <div>
              <b>{email}</b>
              <GrantList grants={grants} scopes={scopes} />
              <p className="muted small">
                {[
                  isExpired ? t("expired") : t("expires", { at: moment(expiresAt) }),
                  invitedBy && t("by", { name: invitedBy }),
                ]
                  .filter(Boolean)
                  .join(list("dot"))}
              </p>
            </div>
            <FormFrame locale={locale} action="invitation-withdraw" back="/admin/staff">
              <input type="hidden" name="invitation" value={id} />
              <button type="submit" className="btn btn-small">
                {t("withdraw")}
              </button>
            </FormFrame>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
