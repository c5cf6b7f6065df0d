import { useTranslations } from "next-intl";
import { useNames } from "@/components/guest/party-name";
import { Motif } from "@/components/ui/motif";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { VisitClocks } from "@/components/visit/visit-clocks";
import type { Programme, Viewer } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** The dark sign board: which visit it is, when, and how late it is there and in Beijing. */
export function GuestHead({ programme, viewer, now }: { programme: Programme; viewer: Viewer; now: Date }) {
  const t = useTranslations("guest");
  const locale = usePageLocale();
  const dates = useDates();
  const names = useNames();
  const name = pick(programme.name, locale);
  const summary = pick(programme.summary, locale);
  const owner = programme.members.find(({ id }) => id === viewer.participantId)?.person;
  const ownName = owner?.shown === "named" ? names(owner)[0]?.text : null;
  const places = programme.places.flatMap(({ name: words, timeZone }) => {
    const own = pick(words, locale);
    return own ? [{ name: own, timeZone: timeZone ?? programme.region.timeZone }] : [];
  });
  const regionName = pick(programme.region.name, locale);
  return (
    <header className="vhead g-head">
      <Motif region={programme.region.slug} />
      <div className="g-in vhead-in">
        <h1>{name ? <Words value={name} /> : t("title")}</h1>
        <p className="vhead-alt">
          {[programme.dates && dates.long(programme.dates), regionName?.text].filter(Boolean).join(" · ")}
        </p>
        {viewer.participantId && <p className="g-own">{ownName ? t("own", { name: ownName }) : t("ownUnnamed")}</p>}
        {summary && (
          <p className="vhead-text">
            <Words value={summary} />
          </p>
        )}
        <VisitClocks
          places={
            places.length > 0 ? places : regionName ? [{ name: regionName, timeZone: programme.region.timeZone }] : []
          }
          day={now.toISOString()}
        />
      </div>
    </header>
  );
}
