import { useTranslations } from "next-intl";
import { useClock } from "@/components/guest/use-clock";
import { Foreign } from "@/components/ui/foreign";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { type Changes, isChanged } from "@/lib/programme/share/rules";
import type { Stop, StopChange } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/**
 * What became of the programme since the version that somebody holds on paper, or saw last.
 *
 * @param href of this very list, for whoever comes back to it
 */
export function GuestChanges({
  changes,
  since,
  version,
  note,
  href,
}: {
  changes: Changes | null;
  since: { number: number; isPaper: boolean };
  version: number;
  note: string | null;
  href: string;
}) {
  const t = useTranslations("guest.change");
  const numbers = { from: String(since.number), to: String(version) };
  if (since.number === version) return <p className="g-same">{t("paperSame", numbers)}</p>;
  if (!changes) return null;
  return (
    <section className="g-changes" id="changes" aria-labelledby="changes-h">
      <h2 id="changes-h">{t("seen", numbers)}</h2>
      <p>{t(since.isPaper ? "paperLead" : "seenLead", numbers)}</p>
      {note && (
        <p className="g-quote">
          <Foreign text={note} />
        </p>
      )}
      {isChanged(changes) ? (
        <ul>
          {changes.stops.map((change) => (
            <Change key={change.stop.id} change={change} />
          ))}
          {changes.hasOtherMeetings && (
            <li>
              <a href="#meetings">{t("meetings")}</a>
            </li>
          )}
        </ul>
      ) : (
        <p>{t("nothing")}</p>
      )}
      {!since.isPaper && (
        <p className="g-keep">
          <a href={href}>{t("keep")}</a>
        </p>
      )}
    </section>
  );
}

function Change({ change: { kind, stop, before, aspects } }: { change: StopChange }) {
  const t = useTranslations("guest.change");
  const locale = usePageLocale();
  const when = useWhen();
  const title = pick(stop.title, locale);
  const name = title ? <Words value={title} hasMark={false} /> : t("untitled");
  const isGone = kind === "removed";
  const what = [...(kind === "changed" ? [] : [t(kind)]), ...aspects.map((aspect) => t(`aspect.${aspect}`))].join(
    t("and"),
  );
  return (
    <li data-kind={kind}>
      <b className="g-kind">{what}</b>
      <span>
        {isGone ? <s>{name}</s> : <a href={`#s-${stop.id}`}>{name}</a>}
        <span className="g-alt">
          {" "}
          {when(stop)}
          {before && aspects.includes("time") && (
            <>
              {" · "}
              <s>{t("was", { time: when(before) })}</s>
            </>
          )}
        </span>
      </span>
    </li>
  );
}

/** Day and hour by the clock of the place. */
function useWhen() {
  const t = useTranslations("guest.change");
  const dates = useDates();
  const clock = useClock();
  return (stop: Stop) => {
    const day = stop.day ? dates.shortDay(stop.day) : "";
    return `${day} ${clock.local(stop)?.from ?? t("noTime")}`.trim();
  };
}
