import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/admin/form-frame";
import { CheckWords } from "@/components/programme/check-list";
import { visitPath } from "@/components/programme/visit-frame";
import { Foreign } from "@/components/ui/foreign";
import { Icon } from "@/components/ui/icon";
import { Words } from "@/components/ui/words";
import { formatLocalTime } from "@/lib/core/zones";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { BoardView } from "@/lib/programme/board/types";
import type { Stop } from "@/lib/programme/types";
import { printFormBase } from "@/lib/record/editor/schema";
import { pick } from "@/lib/translation/rules";

const beijing = "Asia/Shanghai";

/** One stop of the board: when, what, for whom, what is wrong with it, and where it can go. */
export function StopCard({
  board,
  locale,
  stop,
  isOpen,
  isFirst,
  isLast,
}: {
  board: BoardView;
  locale: Locale;
  stop: Stop;
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
}) {
  const t = useTranslations("visits.board");
  const kind = useTranslations("visit.item");
  const visibility = useTranslations("record.option.Visibility");
  const title = pick(stop.title, locale);
  const place = pick(stop.place, locale) ?? (stop.site ? pick(stop.site.name, locale) : null);
  const organisation = stop.organisation?.shown === "named" ? pick(stop.organisation.name, locale)?.text : undefined;
  const checks = board.checks.filter((check) => check.stop === stop.id && check.code !== "holiday");
  const missing = locales.filter((one) => !stop.title[one]);
  const { may, id } = board.visit;
  return (
    <li
      id={`stop-${stop.id}`}
      className={`bstop${isOpen ? " is-open" : ""}${stop.isCancelled ? " is-off" : ""}`}
      data-stop={stop.id}
      draggable={may.edit || undefined}
    >
      <div className="bstop-t">
        <StopHours stop={stop} />
      </div>
      <div className="bstop-b">
        <p className="bstop-k">
          {kind(stop.kind)}
          <span className={`vis vis-${stop.visibility}`}>{visibility(stop.visibility)}</span>
          {stop.isCancelled && <span className="vis vis-off">{t("cancelled")}</span>}
          {stop.needsPass && <span className="vis">{t("byList")}</span>}
        </p>
        <h4>
          <a href={`/${locale}${visitPath(id, "programme")}?stop=${stop.id}#stop`}>
            {title ? <Words value={title} /> : t("untitled")}
          </a>
        </h4>
        {place && place.text !== title?.text && (
          <p className="bstop-p">
            <Words value={place} />
          </p>
        )}
        {organisation && organisation !== place?.text && (
          <p className="bstop-p">
            <Foreign text={organisation} />
          </p>
        )}
        {missing.length > 0 && (
          <p className="bstop-m">
            {t("missing", { languages: missing.map((one) => t(`language.${one}`)).join(", ") })}
          </p>
        )}
        {checks.length > 0 && (
          <ul className="bstop-c">
            {checks.map((check) => (
              <li key={`${check.code}${check.with ?? ""}`} className={`chk chk-${check.level}`}>
                <CheckWords check={check} programme={board.programme} locale={locale} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {may.edit && <MoveButtons {...{ board, locale, stop, isFirst, isLast }} />}
    </li>
  );
}

function StopHours({ stop: { startsAt, endsAt, timeZone } }: { stop: Stop }) {
  const t = useTranslations("visits.board");
  if (!startsAt || !timeZone) return <span className="unk">{t("noHour")}</span>;
  const clock = (iso: string, zone: string) => formatLocalTime(new Date(iso), zone);
  const [start, end] = [clock(startsAt, timeZone), endsAt && clock(endsAt, timeZone)];
  const isNextDay = end !== null && end.slice(0, 10) !== start.slice(0, 10);
  const isBeijing = clock(startsAt, beijing).slice(11) === start.slice(11);
  return (
    <>
      <time dateTime={startsAt}>{start.slice(11)}</time>
      {end && (
        <span>
          –{end.slice(11)}
          {isNextDay && <small> {t("nextDay")}</small>}
        </span>
      )}
      {!isBeijing && <small className="bstop-z">{t("beijing", { time: clock(startsAt, beijing).slice(11) })}</small>}
    </>
  );
}

function MoveButtons({
  board,
  locale,
  stop,
  isFirst,
  isLast,
}: {
  board: BoardView;
  locale: Locale;
  stop: Stop;
  isFirst: boolean;
  isLast: boolean;
}) {
  const t = useTranslations("visits.board");
  const name = pick(stop.title, locale)?.text ?? t("untitled");
  const tool = (move: string, icon: "up" | "down" | "left" | "right", label: string) => (
    <button type="submit" name="move" value={move} className="rw-tool" aria-label={`${label}: ${name}`} title={label}>
      <Icon name={icon} />
    </button>
  );
  const other = (by: number) => stop.day && new Date(Date.parse(stop.day) + by * 86_400_000).toISOString().slice(0, 10);
  const [before, after] = [other(-1), other(1)];
  return (
    <FormFrame locale={locale} action="move-stop" back={visitPath(board.visit.id, "programme")}>
      <input type="hidden" name="record" value={board.visit.id} />
      <input type="hidden" name="base.shared" value={printFormBase(board.base)} />
      <input type="hidden" name="stop" value={stop.id} />
      <div className="rw-tools">
        {!isFirst && tool("earlier", "up", t("earlier"))}
        {!isLast && tool("later", "down", t("later"))}
        {before && tool(`day/${before}`, "left", t("dayBefore"))}
        {after && tool(`day/${after}`, "right", t("dayAfter"))}
      </div>
    </FormFrame>
  );
}
