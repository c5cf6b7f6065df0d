import { useTranslations } from "next-intl";
import { GuestBar, GuestTake } from "@/components/guest/guest-bar";
import { GuestChanges } from "@/components/guest/guest-changes";
import { GuestContacts } from "@/components/guest/guest-contacts";
import { GuestDays } from "@/components/guest/guest-days";
import { AnswerForm, WatchForm } from "@/components/guest/guest-forms";
import { GuestHead } from "@/components/guest/guest-head";
import { GuestMeetings } from "@/components/guest/guest-meetings";
import { GuestPeople } from "@/components/guest/guest-people";
import { NowNext } from "@/components/guest/now-next";
import type { Locale } from "@/lib/i18n/locales";
import type { GuestQuery, Typed } from "@/lib/programme/guest/schema";
import { type Changes, isOver, ownMeetings, sharePath } from "@/lib/programme/share/rules";
import type { Programme, Viewer } from "@/lib/programme/types";

/** The page of a visit for somebody who is on the way: now and next first. */
export function GuestView({
  programme,
  changes,
  since,
  viewer,
  locale,
  token,
  site,
  link,
  questions,
  query,
  typed,
  now,
}: {
  programme: Programme;
  changes: Changes | null;
  since: { number: number; isPaper: boolean } | null;
  viewer: Viewer;
  locale: Locale;
  token: string;
  site: string;
  link: { expiresAt: Date; isFree: boolean; isWatching: boolean };
  questions: "none" | "open" | "answered";
  query: GuestQuery;
  typed: Typed;
  now: Date;
}) {
  const t = useTranslations("guest");
  const place = { locale, token };
  const own = ownMeetings(programme, viewer);
  const meetings = viewer.participantId === null ? programme.meetings : own;
  return (
    <>
      <GuestBar
        programme={programme}
        viewer={viewer}
        locale={locale}
        token={token}
        expiresAt={link.expiresAt}
        isFree={link.isFree}
      />
      <GuestHead programme={programme} viewer={viewer} now={now} />
      <div className="g-in">
        <NowNext stops={programme.stops} now={now} isOver={isOver(programme, now)} />
        {since && (
          <GuestChanges
            changes={changes}
            since={since}
            version={programme.version ?? 0}
            note={programme.note}
            href={`${sharePath(locale, token)}?paper=${since.number}#changes`}
          />
        )}
        <GuestTake locale={locale} token={token} site={site} />
        {questions !== "none" && (
          <AnswerForm place={place} query={query} typed={typed} isAnswered={questions === "answered"} />
        )}
        {viewer.participantId !== null && <GuestMeetings meetings={own} isOwn />}
        <section className="g-prog" aria-label={t("programme")}>
          <GuestDays programme={programme} now={now} />
        </section>
        {viewer.participantId === null && <GuestMeetings meetings={meetings} isOwn={false} />}
        <GuestContacts contacts={programme.contacts} />
        <GuestPeople members={programme.members} />
        {questions === "none" && <WatchForm place={place} query={query} typed={typed} isWatching={link.isWatching} />}
      </div>
    </>
  );
}
