import { usePageLocale } from "@/components/ui/use-page-locale";
import { formatShortDate } from "@/lib/i18n/format";

/** Moments by the clock of a zone, short. */
export function useMoments(zone: string) {
  const locale = usePageLocale();
  // Made once: a formatter takes longer to make than fifty days to write.
  const days = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const times = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const dayOf = (iso: string) => days.format(new Date(iso));
  const timeOf = (iso: string) => times.format(new Date(iso));
  return {
    day: (iso: string) => formatShortDate(dayOf(iso), locale),
    dayAndTime: (iso: string) => `${formatShortDate(dayOf(iso), locale)} ${timeOf(iso)}`,
  };
}
