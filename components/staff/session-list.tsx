import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/admin/form-frame";
import { useMoment } from "@/components/admin/use-moment";
import type { Locale } from "@/lib/i18n/locales";
import { deviceOf } from "@/lib/staff/account/rules";
import type { OwnSession } from "@/lib/staff/account/types";

/** Where one is signed in, with buttons that end it. */
export function SessionList({ locale, sessions }: { locale: Locale; sessions: readonly OwnSession[] }) {
  const t = useTranslations("staff.account");
  const list = useTranslations("common.list");
  const moment = useMoment();
  const back = "/admin/account";
  return (
    <>
      <ul className="rows">
        {sessions.map(({ id, isThis, userAgent, ipAddress, since, lastUsed }) => (
          <li key={id} className="line">
            <div>
              <b>{deviceOf(userAgent) ?? t("unknownDevice")}</b> {isThis && <span className="tag">{t("this")}</span>}
              <p className="muted small">
                {[ipAddress, t("since", { at: moment(since) }), t("lastUsed", { at: moment(lastUsed) })]
                  .filter(Boolean)
                  .join(list("dot"))}
              </p>
            </div>
            {!isThis && (
              <FormFrame locale={locale} action="account-sessions-end" back={back}>
                <input type="hidden" name="session" value={id} />
                <button type="submit" className="btn btn-small">
                  {t("end")}
                </button>
              </FormFrame>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <FormFrame locale={locale} action="account-sessions-end" back={back}>
          <button type="submit" className="btn">
            {t("endOthers")}
          </button>
        </FormFrame>
      ) : (
        <p className="muted small">{t("onlyThis")}</p>
      )}
    </>
  );
}
