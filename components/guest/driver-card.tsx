import { useTranslations } from "next-intl";
import { MapLinks } from "@/components/map/map-links";
import { Icon } from "@/components/ui/icon";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { htmlLang } from "@/lib/i18n/locales";
import type { Stop } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** Where to go, in Chinese and in Russian at once and large, for somebody who holds the phone out to a driver. */
export function DriverCard({ stop }: { stop: Stop }) {
  const t = useTranslations("guest.driver");
  const locale = usePageLocale();
  const site = stop.site?.name ?? {};
  const both = (["ru", "zh"] as const).map((lang) => ({
    lang,
    place: stop.place[lang] ?? site[lang],
    address: stop.address[lang],
  }));
  const isKnown = both.some((one) => one.address) || stop.point !== null;
  if (!isKnown) return null;
  const address = pick(stop.address, locale);
  const name = pick(stop.place, locale) ?? pick(site, locale) ?? pick(stop.title, locale);
  return (
    <details className="g-driver">
      <summary>
        <Icon name="car" />
        <span>{t("show")}</span>
        {address && (
          <span className="g-alt">
            <Words value={address} hasMark={false} />
          </span>
        )}
      </summary>
      <div className="g-sign">
        {both.map(
          ({ lang, ...own }) =>
            (own.place || own.address) && (
              <p key={lang} lang={htmlLang[lang]}>
                {own.address && <b>{own.address}</b>}
                {own.place && <span>{own.place}</span>}
              </p>
            ),
        )}
      </div>
      {stop.point && (
        <p className="g-maps">
          <span>{t("maps")}</span>
          <MapLinks coordinates={stop.point} name={name?.text ?? ""} />
        </p>
      )}
    </details>
  );
}
