import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GuestContacts } from "@/components/guest/guest-contacts";
import { GuestForm, Said } from "@/components/guest/guest-forms";
import type { Locale } from "@/lib/i18n/locales";
import type { GuestQuery } from "@/lib/programme/guest/schema";
import { sharePath } from "@/lib/programme/share/rules";
import type { ProgrammeContact } from "@/lib/programme/types";

type Place = { locale: Locale; token: string };

/** A page that has one thing to say. */
export function GuestNote({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="g-in g-only">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** The link worked once: whom to ask, and nothing else of the visit. */
export function OverNote({ contacts }: { contacts: ProgrammeContact[] }) {
  const t = useTranslations("guest.over");
  return (
    <GuestNote title={t("title")} text={t("text")}>
      <GuestContacts contacts={contacts} />
    </GuestNote>
  );
}

export function CodeNote({ place, query }: { place: Place; query: GuestQuery }) {
  const t = useTranslations("guest");
  const refused = query.refused === "code" || query.refused === "too_often" ? query.refused : null;
  return (
    <GuestNote title={t("code.title")} text={t("code.text")}>
      {refused && <Said isBad>{t(`refused.${refused}`)}</Said>}
      <GuestForm place={place} what="code">
        {query.paper && <input type="hidden" name="paper" value={query.paper} />}
        <label htmlFor="code">{t("code.label")}</label>
        <input
          className="g-field"
          id="code"
          name="code"
          required
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          aria-invalid={refused === "code" ? true : undefined}
        />
        <button className="btn btn-primary" type="submit">
          {t("code.send")}
        </button>
      </GuestForm>
    </GuestNote>
  );
}

/** The link in a mail was opened: a machine that looks into mails presses no button. */
export function ConfirmNote({ place }: { place: Place }) {
  const t = useTranslations("guest.confirm");
  return (
    <GuestNote title={t("title")} text={t("text")}>
      <GuestForm place={place} what="confirm">
        <button className="btn btn-primary" type="submit">
          {t("yes")}
        </button>
      </GuestForm>
      <GuestForm place={place} what="stop">
        <button className="btn" type="submit">
          {t("no")}
        </button>
      </GuestForm>
    </GuestNote>
  );
}

export function StopNote({ place }: { place: Place }) {
  const t = useTranslations("guest.stopped");
  return (
    <GuestNote title={t("ask")} text={t("askText")}>
      <GuestForm place={place} what="stop">
        <button className="btn btn-primary" type="submit">
          {t("do")}
        </button>
      </GuestForm>
      <p>
        <a href={sharePath(place.locale, place.token)}>{useTranslations("guest")("programme")}</a>
      </p>
    </GuestNote>
  );
}

export function StoppedNote() {
  const t = useTranslations("guest.stopped");
  return <GuestNote title={t("title")} text={t("text")} />;
}
