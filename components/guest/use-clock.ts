import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { offsetMinutes } from "@/lib/core/zones";
import { dayShift } from "@/lib/programme/share/rules";
import type { Stop } from "@/lib/programme/types";

export const beijing = "Asia/Shanghai";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Hours and minutes by the clock of a zone. */
export function clockOf(instant: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
    formats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

/** 5 → "+5", −3.5 → "−3:30" */
export function offsetOf(zone: string, at: Date): string {
  const minutes = offsetMinutes(zone, at);
  const rest = Math.abs(minutes) % 60;
  return `${minutes < 0 ? "−" : "+"}${Math.trunc(Math.abs(minutes) / 60)}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** 22 ноября, 11月22日: the year stands in the head. */
export function useShortDay() {
  const locale = usePageLocale();
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
  return (day: string) => format.format(new Date(day));
}

/** Times of a stop with words for the days that they do not share. */
export function useClock() {
  const t = useTranslations("guest.time");
  const withDay = (instant: string, zone: string, day: string | null) => {
    const shift = day ? dayShift(instant, zone, day) : 0;
    const time = clockOf(instant, zone);
    return shift > 0 ? t("nextDay", { time }) : shift < 0 ? t("dayBefore", { time }) : time;
  };
  return {
    /** 10:00–11:30 by the clock of the place; null where no hour is set */
    local: ({ startsAt, endsAt, timeZone, day }: Pick<Stop, "startsAt" | "endsAt" | "timeZone" | "day">) => {
      if (!startsAt || !timeZone) return null;
      return { from: clockOf(startsAt, timeZone), to: endsAt ? withDay(endsAt, timeZone, day) : null };
    },
    /** by the clock of Beijing; null where that is the clock of the place */
    beijing: ({ startsAt, endsAt, timeZone, day }: Pick<Stop, "startsAt" | "endsAt" | "timeZone" | "day">) => {
      if (!startsAt || !timeZone || timeZone === beijing) return null;
      const from = withDay(startsAt, beijing, day);
      const firstDay = new Intl.DateTimeFormat("en-CA", { timeZone: beijing }).format(new Date(startsAt));
      const time = endsAt ? `${from}–${withDay(endsAt, beijing, day === null ? null : firstDay)}` : from;
      return t("beijing", { time });
    },
  };
}
