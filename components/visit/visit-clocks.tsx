import { useTranslations } from "next-intl";
import { Words } from "@/components/ui/words";
import { utcOffsetHours } from "@/lib/i18n/format";
import type { VisitPlaceView } from "@/lib/visit/types";

const beijing = "Asia/Shanghai";

/** 5 → "+5", 5.5 → "+5:30" */
function signed(hours: number): string {
  const whole = Math.trunc(Math.abs(hours));
  const minutes = Math.round((Math.abs(hours) - whole) * 60);
  return `${hours < 0 ? "−" : "+"}${whole}${minutes > 0 ? `:${String(minutes).padStart(2, "0")}` : ""}`;
}

/**
 * How far the clocks of a visit's first place and of Beijing are apart. Nothing where no place is sure of its zone, or
 * where the place keeps the time of Beijing because it is in China.
 *
 * @param day  ISO day for which the offsets hold
 */
export function VisitClocks({ places, day }: { places: VisitPlaceView[]; day: string }) {
  const t = useTranslations("visit.clock");
  const place = places.find(({ timeZone }) => timeZone !== null && timeZone !== beijing);
  if (!place?.timeZone) return null;
  const local = utcOffsetHours(place.timeZone, day);
  const ahead = utcOffsetHours(beijing, day) - local;
  const hours = Math.abs(ahead);
  return (
    <section className="clocks" aria-label={t("label")}>
      <p>
        <span>
          <Words value={place.name} />
        </span>
        <b>{t("utc", { offset: signed(local) })}</b>
      </p>
      <p>
        <span>{t("beijing")}</span>
        <b>{t("utc", { offset: signed(local + ahead) })}</b>
      </p>
      <p className="clocks-diff">{ahead === 0 ? t("same") : t(ahead > 0 ? "ahead" : "behind", { hours })}</p>
    </section>
  );
}
