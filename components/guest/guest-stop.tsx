import { useTranslations } from "next-intl";
import { DriverCard } from "@/components/guest/driver-card";
import { PartyOrganisationName } from "@/components/guest/party-name";
import { Somebody } from "@/components/guest/somebody";
import { StopContact } from "@/components/guest/stop-contact";
import { offsetOf, useClock } from "@/components/guest/use-clock";
import { Icon } from "@/components/ui/icon";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { Stop } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** Local time first and large, that of Beijing second. */
export function StopClock({ stop, hasZone }: { stop: Stop; hasZone: boolean }) {
  const t = useTranslations("guest.time");
  const clock = useClock();
  const local = clock.local(stop);
  if (!local || !stop.startsAt || !stop.timeZone) return <p className="g-time unk">{t("none")}</p>;
  const peking = clock.beijing(stop);
  return (
    <p className="g-time">
      <b>
        <time dateTime={stop.startsAt}>{local.from}</time>
        {local.to && <>–{local.to}</>}
      </b>
      {peking && <span>{peking}</span>}
      {hasZone && <small>{t("local", { offset: offsetOf(stop.timeZone, new Date(stop.startsAt)) })}</small>}
    </p>
  );
}

/**
 * @param hasZone the visit crosses zones, so each stop says by which clock it goes
 */
export function GuestStop({
  stop,
  number,
  hasZone,
  isNow,
}: {
  stop: Stop;
  number: number;
  hasZone: boolean;
  isNow: boolean;
}) {
  const t = useTranslations("guest.stop");
  const kind = useTranslations("visit.item");
  const locale = usePageLocale();
  const [title, text, place, event, note] = [stop.title, stop.text, stop.place, stop.event ?? {}, stop.workingNote].map(
    (texts) => pick(texts, locale),
  );
  return (
    <li
      className="g-stop"
      id={`s-${stop.id}`}
      data-off={stop.isCancelled ? "yes" : undefined}
      data-now={isNow ? "yes" : undefined}
      data-from={stop.isCancelled ? undefined : (stop.startsAt ?? undefined)}
      data-to={stop.endsAt ?? undefined}
    >
      <span className="stop-no" aria-hidden="true">
        {number}
      </span>
      <StopClock stop={stop} hasZone={hasZone} />
      <h3>
        {stop.isCancelled && <strong className="g-off">{t("cancelled")}</strong>}
        <span className="g-title">{title ? <Words value={title} /> : t("untitled")}</span>
      </h3>
      <p className="g-meta">
        {stop.kind !== "other" && <span>{kind(stop.kind)}</span>}
        {place && (
          <span>
            <Words value={place} hasMark={false} />
          </span>
        )}
        {event && (
          <span>
            <Words value={event} hasMark={false} />
          </span>
        )}
      </p>
      {text && (
        <p className="g-text">
          <Words value={text} />
        </p>
      )}
      {!stop.isCancelled && <StopFacts stop={stop} />}
      {note && (
        <p className="g-note">
          <b>{t("note")}</b> <Words value={note} />
        </p>
      )}
    </li>
  );
}

function StopFacts({ stop }: { stop: Stop }) {
  const t = useTranslations("guest.stop");
  const locale = usePageLocale();
  const documentName = stop.document && pick(stop.document.name, locale);
  const siteName = stop.site && pick(stop.site.name, locale);
  return (
    <>
      {stop.needsPass && (
        <p className="g-pass">
          <Icon name="shield" />
          {t("pass")}
        </p>
      )}
      <DriverCard stop={stop} />
      <dl className="g-facts">
        {(stop.host || stop.organisation) && (
          <div>
            <dt>{t("host")}</dt>
            {stop.host && (
              <dd>
                <Somebody person={stop.host} />
              </dd>
            )}
            {stop.organisation && (
              <dd className="g-alt">
                <PartyOrganisationName organisation={stop.organisation} />
              </dd>
            )}
          </div>
        )}
        {stop.interpreter && (
          <div>
            <dt>{t("interpreter")}</dt>
            <dd>
              <Somebody person={stop.interpreter} />
            </dd>
          </div>
        )}
        {stop.travelMode && (
          <div className="g-way">
            <dt>
              <Icon name="route" />
            </dt>
            <dd>{t(`travel.${stop.travelMode}`)}</dd>
          </div>
        )}
      </dl>
      <StopContact person={stop.contact} phone={stop.contactPhone} wechat={stop.contactWechat} />
      {(siteName || stop.document) && (
        <p className="g-links">
          {stop.site && siteName && (
            <a href={paths.site(locale, stop.site.regionSlug, stop.site.slug)}>
              {t("site")} <Words value={siteName} hasMark={false} />
            </a>
          )}
          {stop.document && (
            <a href={`/media/${stop.document.key}/file.pdf`}>
              <Icon name="file" />
              {documentName ? <Words value={documentName} hasMark={false} /> : t("document")}
            </a>
          )}
        </p>
      )}
    </>
  );
}
