import { useTranslations } from "next-intl";
import { GuestStop } from "@/components/guest/guest-stop";
import { useShortDay } from "@/components/guest/use-clock";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { formatLocalTime } from "@/lib/core/zones";
import { nowAndNext } from "@/lib/programme/share/rules";
import type { Programme, Stop } from "@/lib/programme/types";

/** The whole programme, day by day by the clocks of the places. */
export function GuestDays({ programme, now }: { programme: Programme; now: Date }) {
  const t = useTranslations("guest");
  const shortDay = useShortDay();
  const locale = usePageLocale();
  const { stops } = programme;
  if (stops.length === 0) return <p className="muted">{t("programmeEmpty")}</p>;
  const days = [...new Set(stops.map(({ day }) => day))];
  const zones = new Set(stops.flatMap(({ timeZone }) => timeZone ?? []));
  const current = new Set(nowAndNext(stops, now).now.map(({ id }) => id));
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const isToday = (day: string, of: Stop[]) => {
    const zone = of.find(({ timeZone }) => timeZone)?.timeZone ?? programme.region.timeZone;
    return formatLocalTime(now, zone).slice(0, 10) === day;
  };
  return days.map((day) => {
    const own = stops.filter((stop) => stop.day === day);
    return (
      <section key={day ?? "none"} className="g-day" id={day ? `d-${day}` : undefined}>
        <h2>
          {day ? shortDay(day) : t("day.none")}
          {day && (
            <span className="g-alt">
              {" "}
              {weekday.format(new Date(day))}
              {isToday(day, own) && <b className="g-today">{t("day.today")}</b>}
            </span>
          )}
        </h2>
        <ol>
          {own.map((stop) => (
            <GuestStop
              key={stop.id}
              stop={stop}
              number={stops.indexOf(stop) + 1}
              hasZone={zones.size > 1}
              isNow={current.has(stop.id)}
            />
          ))}
        </ol>
      </section>
    );
  });
}
