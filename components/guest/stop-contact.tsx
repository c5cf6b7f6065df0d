import { useTranslations } from "next-intl";
import { Somebody } from "@/components/guest/somebody";
import type { PartyPerson } from "@/lib/programme/types";

/** Whom to call: a number that the phone dials, a WeChat name that can be copied. */
export function StopContact({
  person,
  phone,
  wechat,
}: {
  person: PartyPerson | null;
  phone: string | null;
  wechat: string | null;
}) {
  const t = useTranslations("guest.stop");
  if (!person && !phone && !wechat) return null;
  return (
    <div className="g-contact">
      <p>
        <span className="g-alt">{t("contact")}</span> {person && <Somebody person={person} />}
      </p>
      <Reach phone={phone} wechat={wechat} />
    </div>
  );
}

export function Reach({
  phone,
  wechat,
  email = null,
}: {
  phone: string | null;
  wechat: string | null;
  email?: string | null;
}) {
  const t = useTranslations("guest.stop");
  return (
    <p className="g-reach">
      {phone && (
        <a className="btn" href={`tel:${phone.replace(/[^+\d]/g, "")}`} aria-label={`${t("call")} ${phone}`}>
          {phone}
        </a>
      )}
      {email && (
        <a className="btn" href={`mailto:${email}`}>
          {email}
        </a>
      )}
      {wechat && (
        <span className="g-wechat">
          {t("wechat")} <b>{wechat}</b>
          <copy-text data-text={wechat} data-label={t("copy")} data-done={t("copied")} />
        </span>
      )}
    </p>
  );
}
