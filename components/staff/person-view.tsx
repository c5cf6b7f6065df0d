import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { Access } from "@/components/staff/access";
import { GrantsForm } from "@/components/staff/grants-form";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { PersonRow, ScopeNames } from "@/lib/staff/people/types";

/** One member of staff: rights, access, sessions. */
export function PersonView({
  locale,
  person,
  scopes,
  tried,
}: {
  locale: Locale;
  person: PersonRow;
  scopes: ScopeNames;
  tried: Tried | null;
}) {
  const t = useTranslations("staff.people");
  const words = useTranslations("staff");
  const back = `/admin/staff/${person.id}`;
  return (
    <>
      <p className="below-h1">
        <a href={`/${locale}/admin/staff`}>{t("back")}</a>
      </p>
      <div className="cols2">
        <GrantsForm locale={locale} person={person} scopes={scopes} tried={tried} />
        <Panel title={t("access")}>
          <dl className="kv">
            <dt>{words("email")}</dt>
            <dd>{person.email}</dd>
            <dt>{t("columns.access")}</dt>
            <dd>
              <Access person={person} />
            </dd>
          </dl>
          <p>{t("sessions", { count: person.sessions })}</p>
          {person.sessions > 0 && (
            <FormFrame locale={locale} action="person-sessions-end" back={back}>
              <input type="hidden" name="person" value={person.id} />
              <button type="submit" className="btn">
                {t("endSessions")}
              </button>
            </FormFrame>
          )}
          {person.hasSecondFactor && (
            <>
              <p className="muted small">{t("resetText")}</p>
              <FormFrame locale={locale} action="person-second-factor-end" back={back}>
                <input type="hidden" name="person" value={person.id} />
                <button type="submit" className="btn">
                  {t("reset")}
                </button>
              </FormFrame>
            </>
          )}
          {!person.isDisabled && <p className="muted small">{t("disableText")}</p>}
          <FormFrame locale={locale} action={person.isDisabled ? "person-enable" : "person-disable"} back={back}>
            <input type="hidden" name="person" value={person.id} />
            <button type="submit" className={person.isDisabled ? "btn" : "btn btn-bad"}>
              {t(person.isDisabled ? "enable" : "disable")}
            </button>
          </FormFrame>
        </Panel>
      </div>
    </>
  );
}
