import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/admin/form-frame";
import { StopCard } from "@/components/programme/stop-card";
import { visitPath } from "@/components/programme/visit-frame";
import { Icon } from "@/components/ui/icon";
import { useDates } from "@/components/ui/use-dates";
import type { Locale } from "@/lib/i18n/locales";
import type { BoardView } from "@/lib/programme/board/types";
import type { Stop } from "@/lib/programme/types";
import { printFormBase } from "@/lib/record/editor/schema";

/**
 * The programme by days. Everything is moved by buttons; with a pointer stops can be dragged too.
 *
 * @param open id of the stop whose form is open
 */
export function StopBoard({ board, locale, open }: { board: BoardView; locale: Locale; open: string | null }) {
  const t = useTranslations("visits.board");
  const { programme, visit } = board;
  const days = daysOf(programme.stops, programme.dates);
  return (
    <stop-board>
      {visit.may.edit && (
        <FormFrame locale={locale} action="move-stop" back={visitPath(visit.id, "programme")} id="move">
          <input type="hidden" name="record" value={visit.id} />
          <input type="hidden" name="base.shared" value={printFormBase(board.base)} />
          <input type="hidden" name="stop" value="" />
          <input type="hidden" name="other" value="" />
          <input type="hidden" name="day" value="" />
          <input type="hidden" name="move" value="behind" />
        </FormFrame>
      )}
      {days.map(({ day, stops }) => (
        <Day key={day ?? "none"} {...{ board, locale, open, day, stops }} />
      ))}
      {days.length === 0 && (
        <>
          <p className="pan-empty">{t("none")}</p>
          {visit.may.edit && <AddStop board={board} locale={locale} day={null} />}
        </>
      )}
    </stop-board>
  );
}

type DayStops = { day: string | null; stops: Stop[] };

/** Days of the visit and of its stops, also those on which nothing is planned yet. */
function daysOf(stops: readonly Stop[], dates: { from: string; to: string; precision: string } | null): DayStops[] {
  const days = new Set<string | null>(stops.map(({ day }) => day));
  if (dates?.precision === "day") {
    for (let at = Date.parse(dates.from), left = 31; at <= Date.parse(dates.to) && left > 0; at += 86_400_000, left--)
      days.add(new Date(at).toISOString().slice(0, 10));
  }
  return [...days]
    .sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map((day) => ({ day, stops: stops.filter((stop) => stop.day === day) }));
}

function Day({
  board,
  locale,
  open,
  day,
  stops,
}: DayStops & { board: BoardView; locale: Locale; open: string | null }) {
  const t = useTranslations("visits.board");
  const dates = useDates();
  const holidays = board.checks.filter(({ code, detail }) => code === "holiday" && detail?.day === day);
  return (
    <section className="bday" data-day={day ?? ""}>
      <header className="bday-h">
        <h3>{day ? dates.long({ from: day, to: day, precision: "day" }) : t("noDay")}</h3>
        {holidays.map(({ detail }) => (
          <span key={detail?.country} className="bday-off">
            {t(`holiday.${detail?.country === "cn" ? "cn" : "ru"}`, { name: detail?.name ?? "" })}
          </span>
        ))}
      </header>
      <ol className="bstops">
        {stops.map((stop, index) => (
          <StopCard
            key={stop.id}
            {...{ board, locale, stop }}
            isOpen={stop.id === open}
            isFirst={index === 0}
            isLast={index === stops.length - 1}
          />
        ))}
      </ol>
      {board.visit.may.edit && <AddStop board={board} locale={locale} day={day} />}
    </section>
  );
}

function AddStop({ board, locale, day }: { board: BoardView; locale: Locale; day: string | null }) {
  const t = useTranslations("visits.board");
  return (
    <FormFrame locale={locale} action="add-stop" back={visitPath(board.visit.id, "programme")}>
      <input type="hidden" name="record" value={board.visit.id} />
      <input type="hidden" name="base.shared" value={printFormBase(board.base)} />
      <input type="hidden" name="day" value={day ?? ""} />
      <button className="btn btn-small" type="submit">
        <Icon name="plus" />
        {t("add")}
      </button>
    </FormFrame>
  );
}
