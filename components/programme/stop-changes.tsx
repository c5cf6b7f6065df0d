import { useTranslations } from "next-intl";
import { Words } from "@/components/ui/words";
import { formatLocalTime } from "@/lib/core/zones";
import type { Locale } from "@/lib/i18n/locales";
import type { Stop, StopChange } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** What became of each stop between two versions. */
export function StopChanges({ changes, locale }: { changes: StopChange[]; locale: Locale }) {
  const t = useTranslations("visits.change");
  if (changes.length === 0) return null;
  return (
    <ul className="chgs">
      {changes.map(({ kind, stop, before, aspects }) => {
        const title = pick(stop.title, locale);
        const isMoved = kind === "changed" && before !== null && aspects.includes("time");
        return (
          <li key={stop.id} className={`chg chg-${kind}`}>
            <b>{t(`kind.${kind}`)}</b> {title ? <Words value={title} /> : t("untitled")}
            {isMoved && (
              <span className="sub">
                <s>{hours(before) ?? t("noHour")}</s> → {hours(stop) ?? t("noHour")}
              </span>
            )}
            {kind === "changed" && aspects.some((aspect) => aspect !== "time") && (
              <span className="sub">
                {aspects
                  .filter((aspect) => aspect !== "time")
                  .map((aspect) => t(`aspect.${aspect}`))
                  .join(", ")}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function hours({ startsAt, endsAt, timeZone, day }: Stop): string | null {
  if (!startsAt || !timeZone) return day;
  const from = formatLocalTime(new Date(startsAt), timeZone);
  return endsAt ? `${from}–${formatLocalTime(new Date(endsAt), timeZone).slice(11)}` : from;
}
