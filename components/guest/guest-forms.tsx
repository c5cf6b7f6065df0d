import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/i18n/locales";
import { type GuestQuery, longestAnswer, type Typed } from "@/lib/programme/guest/schema";
import { sharePath } from "@/lib/programme/share/rules";

type Place = { locale: Locale; token: string };

/** A form on the page of a link; it works without scripts. */
export function GuestForm({
  place: { locale, token },
  what,
  children,
}: {
  place: Place;
  what: "code" | "watch" | "confirm" | "stop" | "answer";
  children: ReactNode;
}) {
  return (
    <form className="g-form" method="post" action={sharePath(locale, token, "send")}>
      <input type="hidden" name="do" value={what} />
      {children}
    </form>
  );
}

export function Said({ children, isBad }: { children: ReactNode; isBad?: boolean }) {
  return (
    <div className={isBad ? "note note-bad" : "note"} role={isBad ? "alert" : "status"}>
      <Icon name={isBad ? "cross" : "yes"} />
      <p>{children}</p>
    </div>
  );
}

/** Asks to be told by mail when something changes. */
export function WatchForm({
  place,
  query,
  typed,
  isWatching,
}: {
  place: Place;
  query: GuestQuery;
  typed: Typed;
  isWatching: boolean;
}) {
  const t = useTranslations("guest");
  const refused = query.refused === "email" || (query.refused === "too_often" && typed.email) ? query.refused : null;
  return (
    <section className="g-sec" id="watch">
      <h2>{t("watch.title")}</h2>
      {query.said === "watching" && <Said>{t("watch.asked")}</Said>}
      {query.said === "confirmed" && <Said>{t("watch.confirmed")}</Said>}
      {isWatching ? (
        <p>
          {t("watch.on")} <a href={`${sharePath(place.locale, place.token)}?stop=1`}>{t("watch.stopLink")}</a>
        </p>
      ) : (
        query.said !== "watching" && (
          <>
            <p className="muted">{t("watch.lead")}</p>
            {refused && <Said isBad>{t(`refused.${refused}`)}</Said>}
            <GuestForm place={place} what="watch">
              <label htmlFor="watch-email">{t("watch.email")}</label>
              <input
                className="g-field"
                id="watch-email"
                name="email"
                type="email"
                required
                maxLength={254}
                autoComplete="email"
                defaultValue={typed.email}
                aria-invalid={refused === "email" ? true : undefined}
              />
              <button className="btn" type="submit">
                {t("watch.send")}
              </button>
            </GuestForm>
          </>
        )
      )}
    </section>
  );
}

const scores = [1, 2, 3, 4, 5] as const;

/** Three questions after the visit. */
export function AnswerForm({
  place,
  query,
  typed,
  isAnswered,
}: {
  place: Place;
  query: GuestQuery;
  typed: Typed;
  isAnswered: boolean;
}) {
  const t = useTranslations("guest");
  const refused = query.refused === "score" || (query.refused === "too_often" && typed.score) ? query.refused : null;
  return (
    <section className="g-sec g-answer" id="answer">
      <h2>{t("answer.title")}</h2>
      {isAnswered ? (
        <Said>{t("answer.thanks")}</Said>
      ) : (
        <>
          <p className="muted">{t("answer.lead")}</p>
          {refused && <Said isBad>{t(`refused.${refused}`)}</Said>}
          <GuestForm place={place} what="answer">
            <input type="hidden" name="form" value={newId()} />
            <fieldset className="g-scores">
              <legend>{t("answer.score")}</legend>
              {scores.map((score) => (
                <label key={score}>
                  <input type="radio" name="score" value={score} required defaultChecked={typed.score === score} />
                  <span>{score}</span>
                </label>
              ))}
              <p className="g-alt">
                <span>{t("answer.low")}</span>
                <span>{t("answer.high")}</span>
              </p>
            </fieldset>
            {(["useful", "missing"] as const).map((name) => (
              <p key={name}>
                <label htmlFor={`answer-${name}`}>{t(`answer.${name}`)}</label>
                <textarea
                  className="g-field"
                  id={`answer-${name}`}
                  name={name}
                  rows={3}
                  maxLength={longestAnswer}
                  defaultValue={typed[name] ?? undefined}
                />
              </p>
            ))}
            <button className="btn btn-primary" type="submit">
              {t("answer.send")}
            </button>
          </GuestForm>
        </>
      )}
    </section>
  );
}
