import { useTranslations } from "next-intl";
import { PartyOrganisationName } from "@/components/guest/party-name";
import { Somebody } from "@/components/guest/somebody";
import { useClock } from "@/components/guest/use-clock";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { formatLocalTime } from "@/lib/core/zones";
import type { MeetingView } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** Meetings in the order of the clock: those of one person, or all for those who run them. */
export function GuestMeetings({ meetings, isOwn }: { meetings: MeetingView[]; isOwn: boolean }) {
  const t = useTranslations("guest.meetings");
  if (meetings.length === 0) return null;
  return (
    <section className="g-sec" id="meetings">
      <h2>{t(isOwn ? "title" : "all")}</h2>
      <ol className="g-meetings">
        {meetings.map((meeting) => (
          <Meeting key={meeting.id} meeting={meeting} />
        ))}
      </ol>
    </section>
  );
}

function Meeting({ meeting }: { meeting: MeetingView }) {
  const t = useTranslations("guest");
  const locale = usePageLocale();
  const dates = useDates();
  const clock = useClock();
  const { startsAt, timeZone, organisation, interpreter, room } = meeting;
  const topic = pick(meeting.topic, locale);
  const result = pick(meeting.result, locale);
  const day = startsAt ? formatLocalTime(new Date(startsAt), timeZone).slice(0, 10) : null;
  const timed = { ...meeting, day };
  const local = clock.local(timed);
  return (
    <li>
      <p className="g-time">
        <b>{local ? `${local.from}${local.to ? `–${local.to}` : ""}` : t("time.none")}</b>
        <span>
          {day && dates.shortDay(day)} {clock.beijing(timed)}
        </span>
      </p>
      <div>
        <h3>
          {topic ? <Words value={topic} /> : organisation && <PartyOrganisationName organisation={organisation} />}
        </h3>
        <dl className="g-facts">
          {topic && organisation && (
            <div>
              <dt>{t("meetings.with")}</dt>
              <dd>
                <PartyOrganisationName organisation={organisation} />
              </dd>
            </div>
          )}
          {room && (
            <div>
              <dt>{t("meetings.room")}</dt>
              <dd>
                <Foreign text={room} />
              </dd>
            </div>
          )}
          {interpreter && (
            <div>
              <dt>{t("stop.interpreter")}</dt>
              <dd>
                <Somebody person={interpreter} />
              </dd>
            </div>
          )}
          {result && (
            <div>
              <dt>{t("meetings.result")}</dt>
              <dd>
                <Words value={result} />
              </dd>
            </div>
          )}
        </dl>
      </div>
    </li>
  );
}
