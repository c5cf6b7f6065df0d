import { useTranslations } from "next-intl";
import type { ProgrammeItemView } from "@/lib/visit/types";

const beijing = "Asia/Shanghai";

/** Hours and minutes on the clock of a zone. */
function clock(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
}

/** Local time first and bold, that of Beijing second; or that the hour was not published. */
export function StopTime({ item: { startsAt, endsAt, timeZone } }: { item: ProgrammeItemView }) {
  const t = useTranslations("visit.programme");
  if (!startsAt || !timeZone) {
    return (
      <p className="stop-time">
        <span className="unk">{t("noTime")}</span>
      </p>
    );
  }
  return (
    <p className="stop-time">
      <b>
        <time dateTime={startsAt}>{clock(startsAt, timeZone)}</time>
        {endsAt && <>–{clock(endsAt, timeZone)}</>}
      </b>
      {timeZone !== beijing && <span>{t("beijing", { value: clock(startsAt, beijing) })}</span>}
    </p>
  );
}
