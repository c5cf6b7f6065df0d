import { useTranslations } from "next-intl";
import { OrganisationName } from "@/components/organisation/organisation-name";
import { SiteLink } from "@/components/site/site-link";
import { Icon } from "@/components/ui/icon";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { useQuantity } from "@/components/ui/use-quantity";
import { Words } from "@/components/ui/words";
import { StopTime } from "@/components/visit/stop-time";
import { paths } from "@/lib/core/paths";
import type { ProgrammeItemView } from "@/lib/visit/types";

/** The way from the stop before, as the crow flies; the road was not published. */
export function ProgrammeLeg({ item, before }: { item: ProgrammeItemView; before: ProgrammeItemView | undefined }) {
  const t = useTranslations("visit.programme");
  const { number } = useQuantity();
  if (!item.straightKmFromLast) return null;
  return (
    <li className="leg">
      <Icon name="route" />
      <span>
        {before?.place && item.place && (
          <>
            <Words value={before.place} hasMark={false} /> → <Words value={item.place} hasMark={false} />{" "}
          </>
        )}
        {t.rich("leg", { value: number(Math.round(item.straightKmFromLast)), b: (chunks) => <b>{chunks}</b> })}
      </span>
    </li>
  );
}

/** @param hasLevel  true under the heading of a day, so that the heading of the stop is one level lower */
export function ProgrammeStop({
  item,
  number,
  hasLevel,
}: {
  item: ProgrammeItemView;
  number: number;
  hasLevel: boolean;
}) {
  const t = useTranslations("visit");
  const locale = usePageLocale();
  const Heading = hasLevel ? "h4" : "h3";
  return (
    <li className="stop">
      <span className="stop-no" aria-hidden="true">
        {number}
      </span>
      <StopTime item={item} />
      <div className="stop-text">
        <Heading>
          <Words value={item.title} />
          {item.isCancelled && <span className="fb">{t("programme.cancelled")}</span>}
        </Heading>
        <p className="small muted">
          {item.kind !== "other" && t(`item.${item.kind}`)}
          {item.place && (
            <>
              {item.kind !== "other" && " · "}
              <Words value={item.place} />
            </>
          )}
          {item.event && (
            <>
              {" · "}
              <a href={paths.event(locale, item.event.slug)}>
                <Words value={item.event.name} />
              </a>
            </>
          )}
        </p>
        {item.text && (
          <p>
            <Words value={item.text} />
          </p>
        )}
      </div>
      {item.site ? (
        <SiteLink site={item.site} totalAreaHa={item.site.totalAreaHa} />
      ) : (
        item.organisation && (
          <p className="stop-host">
            <OrganisationName organisation={item.organisation} />
          </p>
        )
      )}
    </li>
  );
}
