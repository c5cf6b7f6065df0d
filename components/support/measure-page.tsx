import { useTranslations } from "next-intl";
import { ContactCard } from "@/components/site/contact-card";
import { SourceChip } from "@/components/source/source-chip";
import { MeasureTerm } from "@/components/support/measure-term";
import { Block } from "@/components/ui/block";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { HuedHead } from "@/components/ui/hued-head";
import { Note } from "@/components/ui/note";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { ContactView } from "@/lib/region/types";
import type { MeasureView } from "@/lib/support/types";

/**
 * One measure: what it gives, by which act, until when, whom to ask.
 *
 * @param agency  of the region; null for federal measures
 * @param others  further measures of the same region, or of the federation
 */
export function MeasurePage({
  measure,
  crumbs,
  agency,
  others,
}: {
  measure: MeasureView;
  crumbs: Crumb[];
  agency: ContactView | null;
  others: MeasureView[];
}) {
  const t = useTranslations("support");
  const locale = usePageLocale();
  const { region, regime, text, provenance } = measure;
  return (
    <>
      <HuedHead
        region={region?.slug}
        crumbs={crumbs}
        title={<Words value={measure.name} />}
        facts={[
          { key: "scope", content: t(`scope.${measure.scope}`) },
          ...(region
            ? [
                {
                  key: "region",
                  content: (
                    <a href={paths.region(locale, region.slug)}>
                      <Words value={region.name} />
                    </a>
                  ),
                },
              ]
            : []),
          { key: "term", content: <MeasureTerm measure={measure} /> },
        ]}
      >
        <SourceChip provenance={provenance} />
      </HuedHead>
      <div className="wrap two">
        <div>
          <Block id="about" title={t("detail.about")}>
            <TermNote measure={measure} />
            {text ? (
              <p className="prose">
                <Words value={text} />
              </p>
            ) : (
              <p className="unk">{t("detail.none")}</p>
            )}
          </Block>
          <Block id="terms" title={t("detail.terms")}>
            <Terms measure={measure} />
          </Block>
        </div>
        <aside className="side">
          {region && <ContactCard contact={agency && { ...agency, isFallback: true }} />}
          {regime && (
            <div className="card">
              <h2>{t("detail.regime")}</h2>
              <p>
                <a href={paths.regime(locale, regime.slug)}>
                  <Words value={regime.name} />
                </a>
              </p>
            </div>
          )}
          {others.length > 0 && (
            <nav className="card" aria-labelledby="others">
              <h2 id="others">{t("detail.others")}</h2>
              <ul className="link-list">
                {others.map(({ slug, name }) => (
                  <li key={slug}>
                    <a href={paths.measure(locale, slug)}>
                      <Words value={name} />
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </aside>
      </div>
    </>
  );
}

/** What a reader must not overlook: the measure has ended, or has not begun. */
function TermNote({ measure: { validity, validFrom, validTo } }: { measure: MeasureView }) {
  const t = useTranslations("support.detail");
  const dates = useDates();
  const day = (iso: string) => dates.long({ from: iso, to: iso, precision: "day" });
  if (validity === "ended" && validTo) return <Note kind="warn">{t("ended", { date: day(validTo) })}</Note>;
  if (validity === "upcoming" && validFrom) return <Note>{t("upcoming", { date: day(validFrom) })}</Note>;
  return null;
}

function Terms({ measure }: { measure: MeasureView }) {
  const t = useTranslations("support.detail");
  const locale = usePageLocale();
  const dates = useDates();
  const { legalBasis, validFrom, validTo, phone, regime } = measure;
  const day = (iso: string | null) =>
    iso ? dates.long({ from: iso, to: iso, precision: "day" }) : <Unknown what="notStated" />;
  return (
    <dl className="kv">
      <dt>{t("basis")}</dt>
      <dd>{legalBasis ? <Words value={legalBasis} /> : <Unknown what="notStated" />}</dd>
      <dt>{t("from")}</dt>
      <dd>{day(validFrom)}</dd>
      <dt>{t("to")}</dt>
      <dd>{day(validTo)}</dd>
      <dt>{t("phone")}</dt>
      <dd>{phone ?? <Unknown />}</dd>
      <dt>{t("regime")}</dt>
      <dd>
        {regime ? (
          <a href={paths.regime(locale, regime.slug)}>
            <Words value={regime.name} />
          </a>
        ) : (
          t("noRegime")
        )}
      </dd>
    </dl>
  );
}
