import { useTranslations } from "next-intl";
import { clockOf, useClock, useShortDay } from "@/components/guest/use-clock";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { formatLocalTime } from "@/lib/core/zones";
import { nowAndNext } from "@/lib/programme/share/rules";
import type { Stop } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/**
 * What goes on and what comes, before everything else. A script keeps it right while the page lies open or is read without
 * a connection: it reads the stops below.
 */
export function NowNext({ stops, now, isOver }: { stops: Stop[]; now: Date; isOver: boolean }) {
  const t = useTranslations("guest.now");
  const found = nowAndNext(stops, now);
  const hasHours = stops.some(({ startsAt, isCancelled }) => startsAt && !isCancelled);
  if (isOver) return <p className="g-over">{t("over")}</p>;
  if (!hasHours) return stops.length > 0 ? <p className="g-over">{t("noHours")}</p> : null;
  const rows = [
    ...found.now.map((stop) => ({ stop, isNow: true })),
    ...found.next.map((stop) => ({ stop, isNow: false })),
  ];
  return (
    <section className="g-now" aria-label={t("title")}>
      <now-next data-now={t("now")} data-next={t("next")}>
        {found.now.length === 0 && found.next.length === 0 && <p className="muted">{t("nothing")}</p>}
        {rows.map(({ stop, isNow }) => (
          <NowRow
            key={`${stop.id}${isNow}`}
            stop={stop}
            isNow={isNow}
            today={formatLocalTime(now, stop.timeZone ?? "UTC").slice(0, 10)}
            label={isNow ? t("now") : t("next")}
          />
        ))}
      </now-next>
    </section>
  );
}

/** @param today by the clock of the place: what is today needs no date */
function NowRow({ stop, isNow, today, label }: { stop: Stop; isNow: boolean; today: string; label: string }) {
  const t = useTranslations("guest");
  const locale = usePageLocale();
  const shortDay = useShortDay();
  const clock = useClock();
  const title = pick(stop.title, locale);
  const place = pick(stop.place, locale);
  const local = clock.local(stop);
  const day = stop.day && stop.day !== today && shortDay(stop.day);
  return (
    <a className="g-row" href={`#s-${stop.id}`} data-now={isNow ? "yes" : undefined} data-row={stop.id}>
      <b className="g-label">{label}</b>
      <span className="g-what">
        <b>{title ? <Words value={title} hasMark={false} /> : t("stop.untitled")}</b>
        {place && (
          <span className="g-alt">
            <Words value={place} hasMark={false} />
          </span>
        )}
      </span>
      <span className="g-at">
        {isNow && stop.endsAt && stop.timeZone ? (
          t("now.until", { time: clockOf(stop.endsAt, stop.timeZone) })
        ) : (
          <>
            <b>{local?.from}</b> {day}
          </>
        )}
        <small>{clock.beijing(stop)}</small>
      </span>
    </a>
  );
}
