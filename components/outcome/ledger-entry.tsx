import { useTranslations } from "next-intl";
import { OrganisationList } from "@/components/organisation/organisation-list";
import { DueMark } from "@/components/outcome/due-mark";
import { Ladder } from "@/components/outcome/ladder";
import { SourceChip } from "@/components/source/source-chip";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang } from "@/lib/i18n/locales";
import type { OutcomeOwnerView, OutcomeView } from "@/lib/outcome/types";

export function LedgerEntry({
  outcome,
  number,
  hasVisit,
}: {
  outcome: OutcomeView;
  number: number;
  hasVisit: boolean;
}) {
  const t = useTranslations("outcome");
  const { kind, documentCount, name, stage, provenance } = outcome;
  const isClosed = stage === "kept" || stage === "discontinued";
  return (
    <li className="entry" id={outcome.slug}>
      <span className="entry-no" aria-hidden="true">
        {number}
      </span>
      <div>
        <h3>
          <Words value={name} />
        </h3>
        <p className="small muted">
          {t(`kind.${kind}`)}
          {documentCount !== null && <> · {t("entry.documents", { count: documentCount })}</>}
        </p>
        <SourceChip provenance={provenance} />
      </div>
      <EntryFacts outcome={outcome} hasVisit={hasVisit} />
      <div className="entry-st">
        <Ladder stage={stage} />
        {!isClosed && <DueMark due={outcome.due} dueText={outcome.dueText} isOverdue={outcome.isOverdue} />}
      </div>
    </li>
  );
}

function EntryFacts({ outcome, hasVisit }: { outcome: OutcomeView; hasVisit: boolean }) {
  const t = useTranslations("outcome.entry");
  const locale = usePageLocale();
  const dates = useDates();
  const { parties, partiesNote, owners, nextStep, site, reachedOn, discontinuedReason, visit } = outcome;
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
