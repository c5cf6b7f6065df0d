import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useDates } from "@/components/ui/use-dates";
import { formatLocalTime } from "@/lib/core/zones";
import { htmlLang, type Locale, locales } from "@/lib/i18n/locales";
import { sharePath } from "@/lib/programme/share/rules";
import type { Programme, Viewer } from "@/lib/programme/types";

/**
 * Which version this is, and how long it is to be seen.
 *
 * @param isFree  the reader may choose the language
 */
export function GuestBar({
  programme,
  viewer,
  locale,
  token,
  expiresAt,
  isFree,
}: {
  programme: Programme;
  viewer: Viewer;
  locale: Locale;
  token: string;
  expiresAt: Date;
  isFree: boolean;
}) {
  const t = useTranslations("guest");
  const dates = useDates();
  const zone = programme.region.timeZone;
  const day = (at: Date) => dates.shortDay(formatLocalTime(at, zone).slice(0, 10));
  const { version, publishedAt } = programme;
  return (
    <section className="g-bar" aria-label={t("bar.label")}>
      <div className="g-in">
        <p className="g-ver">
          <b>{viewer.audience !== "public" && viewer.audience !== "staff" && t(`audience.${viewer.audience}`)}</b>{" "}
          <span>{t("bar.version", { number: String(version) })}</span>
        </p>
        {isFree && <LanguageSwitch locale={locale} token={token} />}
        <p className="g-when">
          {publishedAt && (
            <>
              {t("bar.sent")} <time dateTime={publishedAt}>{day(new Date(publishedAt))}</time>
              {" · "}
            </>
          )}
          {t("bar.expires")} <time dateTime={expiresAt.toISOString()}>{day(new Date(expiresAt.getTime() - 1))}</time>
        </p>
      </div>
    </section>
  );
}

/**
 * What can be taken along.
 *
 * @param site  address of the portal without a path: a calendar subscribes by a whole address
 */
export function GuestTake({ locale, token, site }: { locale: Locale; token: string; site: string }) {
  const t = useTranslations("guest");
  const calendar = sharePath(locale, token, "visit.ics");
  return (
    <p className="g-take">
      <a className="btn" href={sharePath(locale, token, "booklet.pdf")}>
        <Icon name="file" />
        {t("bar.booklet")}
      </a>
      <a className="btn" href={calendar}>
        <Icon name="calendar" />
        {t("bar.calendar")}
      </a>
      <a className="g-sub" href={`${site}${calendar}`.replace(/^https?:/, "webcal:")}>
        {t("bar.subscribe")}
      </a>
    </p>
  );
}

/** The same page in the other languages. */
function LanguageSwitch({ locale, token }: { locale: Locale; token: string }) {
  const t = useTranslations("guest.bar");
  const names = useTranslations("layout.languages");
  return (
    <nav className="g-lang" aria-label={t("language")}>
      {locales.map((one) => (
        <a
          key={one}
          href={sharePath(one, token)}
          lang={htmlLang[one]}
          aria-current={one === locale ? "true" : undefined}
        >
          {names(one)}
        </a>
      ))}
    </nav>
  );
}
