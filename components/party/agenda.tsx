import { useTranslations } from "next-intl";
import { useOptionWords } from "@/components/admin/option-words";
import { Icon } from "@/components/ui/icon";
import { Words } from "@/components/ui/words";
import { formatLocalTime } from "@/lib/core/zones";
import type { Locale } from "@/lib/i18n/locales";
import type { Clash } from "@/lib/programme/meeting/types";
import type { MeetingView, PartyOrganisation, PartyPerson, Programme, Stop } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

type Entry = {
  key: string;
  day: string;
  from: string;
  to: string | null;
  stop: Stop | null;
  meeting: MeetingView | null;
};

/** The days of one participant: the stops that he sees and his own meetings, in order. Made for paper too. */
export function Agenda({
  programme,
  clashes,
  locale,
}: {
  programme: Programme;
  clashes: readonly Clash[];
  locale: Locale;
}) {
  const t = useTranslations("party.agenda");
  const days = new Map<string, Entry[]>();
  for (const entry of toEntries(programme)) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  if (days.size === 0) return <p className="muted">{t("none")}</p>;
  return (
    <div className="ag">
      {[...days].map(([day, entries]) => (
        <section key={day}>
          <h3>{day === "" ? t("noDay") : day}</h3>
          <ol>
            {entries.map((entry) => (
              <li key={entry.key} className={entry.meeting ? "ag-own" : undefined}>
                <span className="ag-time">
                  {entry.from || t("noHour")}
                  {entry.to && `–${entry.to}`}
                </span>
                <div>
                  {entry.stop && <StopLine stop={entry.stop} locale={locale} />}
                  {entry.meeting && <MeetingLine meeting={entry.meeting} locale={locale} />}
                  {clashes.some(({ id }) => id === entry.key) && (
                    <p className="ag-clash">
                      <Icon name="warn" />
                      {t("clash")}
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function StopLine({ stop, locale }: { stop: Stop; locale: Locale }) {
  const t = useTranslations("party.agenda");
  const option = useOptionWords();
  const [title, place] = [pick(stop.title, locale), pick(stop.place, locale) ?? pick(stop.address, locale)];
  return (
    <>
      <b className={stop.isCancelled ? "ag-off" : undefined}>
        {title ? <Words value={title} /> : option("ItemKind", stop.kind)}
      </b>
      {stop.isCancelled && <span className="sub">{t("cancelled")}</span>}
      {place && (
        <span className="sub">
          <Words value={place} />
        </span>
      )}
    </>
  );
}

function MeetingLine({ meeting, locale }: { meeting: MeetingView; locale: Locale }) {
  const t = useTranslations("party.agenda");
  const topic = pick(meeting.topic, locale);
  const { interpreter } = meeting;
  return (
    <>
      <b>{t.rich("meeting", { who: () => <Company of={meeting.organisation} locale={locale} /> })}</b>
      {topic && (
        <span className="sub">
          <Words value={topic} />
        </span>
      )}
      {meeting.room && <span className="sub">{t("room", { room: meeting.room })}</span>}
      {interpreter && (
        <span className="sub">{t.rich("interpreter", { who: () => <Person of={interpreter} locale={locale} /> })}</span>
      )}
    </>
  );
}

function Company({ of, locale }: { of: PartyOrganisation | null; locale: Locale }) {
  const t = useTranslations("party.shown");
  if (!of) return null;
  const name = of.shown === "named" ? pick(of.name, locale) : null;
  return name ? <Words value={name} hasMark={false} /> : t(of.shown);
}

function Person({ of, locale }: { of: PartyPerson; locale: Locale }) {
  const t = useTranslations("party.shown");
  if (of.shown !== "named") return t(of.shown);
  const { han, cyrillic, latin } = of.names;
  const name = pick({ zh: han, ru: cyrillic, en: latin }, locale);
  return name ? <Words value={name} hasMark={false} /> : null;
}

function toEntries({ stops, meetings, region }: Programme): Entry[] {
  const clock = (at: string | null, zone: string) => (at ? formatLocalTime(new Date(at), zone) : "");
  const own = meetings.map((meeting): Entry => {
    const [from, to] = [clock(meeting.startsAt, meeting.timeZone), clock(meeting.endsAt, meeting.timeZone)];
    return {
      key: meeting.id,
      day: from.slice(0, 10),
      from: from.slice(11),
      to: to.slice(11) || null,
      stop: null,
      meeting,
    };
  });
  const common = stops.map((stop): Entry => {
    const zone = stop.timeZone ?? region.timeZone;
    const [from, to] = [clock(stop.startsAt, zone), clock(stop.endsAt, zone)];
    return { key: stop.id, day: stop.day ?? "", from: from.slice(11), to: to.slice(11) || null, stop, meeting: null };
  });
  // A day without an hour stands before the hours of that day, what has no day stands last.
  const order = ({ day, from, meeting }: Entry) => `${day || "9999"} ${from} ${meeting ? 1 : 0}`;
  return [...common, ...own].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
