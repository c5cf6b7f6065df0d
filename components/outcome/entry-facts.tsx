import { useTranslations } from "next-intl";
import { OrganisationList } from "@/components/organisation/organisation-list";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang } from "@/lib/i18n/locales";
import type { OutcomeOwnerView, OutcomeView } from "@/lib/outcome/types";

/** What stands beside a promise: who, what next, where; a missing owner or step is said. */
export function EntryFacts({ outcome, hasVisit }: { outcome: OutcomeView; hasVisit: boolean }) {
  const t = useTranslations("outcome.entry");
  const locale = usePageLocale();
  const dates = useDates();
  const { parties, partiesNote, owners, nextStep, site, reachedOn, discontinuedReason, visit, event } = outcome;
  return (
    <dl className="entry-facts">
      <div>
        <dt>{t("parties")}</dt>
        <dd>
          {parties.length > 0 ? <OrganisationList organisations={parties} /> : !partiesNote && <Unknown />}{" "}
          {partiesNote && <Words value={partiesNote} />}
        </dd>
      </div>
      <div>
        <dt>{t("nextStep")}</dt>
        <dd>{nextStep ? <Words value={nextStep} /> : <Unknown what="notStated" />}</dd>
      </div>
      <div>
        <dt>{t("ownerCn")}</dt>
        <Owner owner={owners.cn} />
      </div>
      <div>
        <dt>{t("ownerRu")}</dt>
        <Owner owner={owners.ru} />
      </div>
      {site && (
        <div>
          <dt>{t("site")}</dt>
          <dd>
            <a href={paths.site(locale, site.regionSlug, site.slug)}>
              <Words value={site.name} />
            </a>
          </dd>
        </div>
      )}
      {event && (
        <div>
          <dt>{t("event")}</dt>
          <dd>
            <a href={paths.event(locale, event.slug)}>
              <Words value={event.name} />
            </a>
            {event.dates && <span className="small muted"> {dates.long(event.dates)}</span>}
          </dd>
        </div>
      )}
      {reachedOn && (
        <div>
          <dt>{t("reached")}</dt>
          <dd>{dates.long(reachedOn)}</dd>
        </div>
      )}
      {discontinuedReason && (
        <div>
          <dt>{t("reason")}</dt>
          <dd lang={htmlLang[languageByScript(discontinuedReason)]}>{discontinuedReason}</dd>
        </div>
      )}
      {hasVisit && visit && (
        <div>
          <dt>{t("visit")}</dt>
          <dd>
            <a href={paths.visit(locale, visit.region.slug, visit.slug)}>
              <Words value={visit.name} />
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Nobody was named, or somebody who did not agree to be shown: two different things. */
function Owner({ owner }: { owner: OutcomeOwnerView }) {
  const t = useTranslations("outcome.entry");
  if (!owner) {
    return (
      <dd>
        <Unknown what="notAssigned" />
      </dd>
    );
  }
  return <dd>{owner.name ? <Words value={owner.name} /> : t("ownerHidden")}</dd>;
}
