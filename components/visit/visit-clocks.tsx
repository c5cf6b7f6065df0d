import { useTranslations } from "next-intl";
import { Words } from "@/components/ui/words";
import { offsetMinutes } from "@/lib/core/zones";
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
export function VisitClocks({ places, day }: { places: Pick<VisitPlaceView, "name" | "timeZone">[]; day: string }) {
  const t = useTranslations("visit.clock");
  const place = places.find(({ timeZone }) => timeZone !== null && timeZone !== beijing);
  if (!place?.timeZone) return null;
  const at = new Date(day);
  const local = offsetMinutes(place.timeZone, at) / 60;
  const ahead = offsetMinutes(beijing, at) / 60 - local;
  const hours = Math.abs(ahead);
  return (
    <section className="clocks" aria-label={t("label")}>
      <p>
        <span>
          <Words value={place.name} />
        </span>
        <b>
          <live-clock data-zone={place.timeZone}>{t("utc", { offset: signed(local) })}</live-clock>
        </b>
      </p>
      <p>
        <span>{t("beijing")}</span>
        <b>
          <live-clock data-zone={beijing}>{t("utc", { offset: signed(local + ahead) })}</live-clock>
        </b>
      </p>
      <p className="clocks-diff">{ahead === 0 ? t("same") : t(ahead > 0 ? "ahead" : "behind", { hours })}</p>
    </section>
  );
}
