import { useTranslations } from "next-intl";
import { Foreign } from "@/components/ui/foreign";
import { Icon } from "@/components/ui/icon";
import { Words } from "@/components/ui/words";
import type { Locale } from "@/lib/i18n/locales";
import { sameRoom } from "@/lib/programme/meeting/rules";
import type { MeetingBoard as Board, MeetingLine } from "@/lib/programme/meeting/types";

type Props = { board: Board; path: string; locale: Locale };

/** Meetings by day: hours down, rooms across. What has no room or no hour stands below its day. */
export function MeetingBoard({ board, path, locale }: Props) {
  const t = useTranslations("party.meetings");
  const days = [...new Set(board.lines.map(({ day }) => day))];
  if (board.lines.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <div className="mt">
      {days.map((day) => (
        <section key={day ?? ""} className="mt-day">
          <h3>{day ?? t("notPlanned")}</h3>
          <Day lines={board.lines.filter((line) => line.day === day)} {...{ path, locale }} />
        </section>
      ))}
    </div>
  );
}

function Day({ lines, path, locale }: { lines: MeetingLine[]; path: string; locale: Locale }) {
  const t = useTranslations("party.meetings");
  const rooms = new Map(lines.flatMap(({ room }) => (room ? [[sameRoom(room), room] as const] : [])));
  const hours = [...new Set(lines.flatMap(({ from, room }) => (from && room ? [from] : [])))].sort();
  const others = lines.filter(({ from, room }) => !from || !room);
  return (
    <>
      {hours.length > 0 && (
        <div className="mt-scroll">
          <table className="mt-grid">
            <thead>
              <tr>
                <th scope="col">{t("hour")}</th>
                {[...rooms.values()].map((room) => (
                  <th key={room} scope="col">
                    <Foreign text={room} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {hours.map((hour) => (
                <tr key={hour}>
                  <th scope="row">{hour}</th>
                  {[...rooms].map(([key, room]) => (
                    <td key={key} data-l={room}>
                      {lines
                        .filter((line) => line.from === hour && line.room && sameRoom(line.room) === key)
                        .map((line) => (
                          <Cell key={line.id} {...{ line, path, locale }} />
                        ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {others.map((line) => (
        <Cell key={line.id} {...{ line, path, locale }} />
      ))}
    </>
  );
}

function Cell({ line, path, locale }: { line: MeetingLine; path: string; locale: Locale }) {
  const t = useTranslations("party.meetings");
  const { id, from, to, participant, organisation, interpreter, topic, room, stop, hasResult, clashes } = line;
  return (
    <article className={`mt-card${clashes.length > 0 ? " has-clash" : ""}`} id={`meeting-${id}`}>
      <a href={`/${locale}${path}/${id}`}>
        <b>{organisation ? <Foreign text={organisation} /> : t("nobody")}</b>
      </a>
      {participant && (
        <p>
          <Foreign text={participant} />
        </p>
      )}
      {topic && (
        <p className="sub">
          <Words value={topic} />
        </p>
      )}
      <p className="sub">
        {from && `${from}–${to ?? "?"}`}
        {line.isOverMidnight && ` ${t("nextDay")}`}
        {room && !from && <Foreign text={room} />}
      </p>
      {interpreter && (
        <p className="sub">
          {t("interpreter")} <Foreign text={interpreter} />
        </p>
      )}
      {stop && (
        <p className="sub">
          <Foreign text={stop} />
        </p>
      )}
      {clashes.map(({ kind, otherId }) => (
        <p key={`${kind} ${otherId}`} className="mt-clash">
          <Icon name="warn" />
          {otherId ? <a href={`#meeting-${otherId}`}>{t(`clash.${kind}`)}</a> : t(`clash.${kind}`)}
        </p>
      ))}
      <p className="mt-go">
        <a className="btn btn-small" href={`/${locale}${path}/${id}/result`}>
          {hasResult ? t("resultMore") : t("result")}
        </a>
      </p>
    </article>
  );
}

/** The same by interpreter: who speaks when, and where it cannot be. */
export function InterpreterList({ board, path, locale }: Props) {
  const t = useTranslations("party.meetings");
  const names = [...new Set(board.lines.flatMap(({ interpreter }) => interpreter ?? []))].sort();
  if (names.length === 0) return <p className="muted">{t("noInterpreters")}</p>;
  return (
    <div className="mt-people">
      {names.map((name) => (
        <section key={name}>
          <h3>
            <Foreign text={name} />
          </h3>
          <ol>
            {board.lines
              .filter(({ interpreter }) => interpreter === name)
              .map(({ id, day, from, to, organisation, room, clashes }) => (
                <li key={id}>
                  <a href={`/${locale}${path}/${id}`}>{day ? `${day} ${from ?? ""}–${to ?? ""}` : t("notPlanned")}</a>{" "}
                  {organisation && <Foreign text={organisation} />}
                  {room && (
                    <>
                      {", "}
                      <Foreign text={room} />
                    </>
                  )}
                  {clashes.some(({ kind }) => kind === "interpreter") && (
                    <span className="mt-clash">
                      <Icon name="warn" />
                      {t("clash.interpreter")}
                    </span>
                  )}
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Everything that clashes, in one list. */
export function ClashList({ board }: { board: Board }) {
  const t = useTranslations("party.meetings");
  const lines = board.lines.filter(({ clashes }) => clashes.length > 0);
  if (lines.length === 0) return null;
  return (
    <div className="note note-bad" role="status">
      <Icon name="warn" />
      <div>
        <p>{t("clashes", { count: lines.length })}</p>
        <ul className="mt-list">
          {lines.map(({ id, day, from, organisation, participant, clashes }) => (
            <li key={id}>
              <a href={`#meeting-${id}`}>
                {[day, from].filter(Boolean).join(" ") || t("notPlanned")}
                {": "}
                <Foreign text={[participant, organisation].filter(Boolean).join(" — ")} />
              </a>{" "}
              {[...new Set(clashes.map(({ kind }) => t(`clash.${kind}`)))].join("; ")}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
