import { useTranslations } from "next-intl";
import { isInChina, KindSign } from "@/components/site/kind-sign";
import { SourceChip } from "@/components/source/source-chip";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { HuedHead } from "@/components/ui/hued-head";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { SiteView } from "@/lib/site/types";

/** What the place is, where, in which state, and when somebody last checked. */
export function SiteHead({ site, crumbs }: { site: SiteView; crumbs: Crumb[] }) {
  const t = useTranslations("site");
  const locale = usePageLocale();
  const dates = useDates();
  const facts = [
    site.municipality && { key: "municipality", content: <Words value={site.municipality} /> },
    { key: "status", content: <LabelledFact label={t("head.status")} value={t(`status.${site.status}`)} /> },
    site.establishedYear !== null && {
      key: "established",
      content: <LabelledFact label={t("head.established")} value={String(site.establishedYear)} />,
    },
    // a zone's kind and its regime often share one name
    site.regime &&
      site.regime.name.text !== t(`kind.${site.kind}`) && {
        key: "regime",
        content: (
          <LabelledFact
            label={t("head.regime")}
            value={
              <a href={paths.regime(locale, site.regime.slug)}>
                <Words value={site.regime.name} />
              </a>
            }
          />
        ),
      },
    site.parent && {
      key: "parent",
      content: (
        <LabelledFact
          label={t("head.partOf")}
          value={
            <a href={paths.site(locale, site.parent.region.slug, site.parent.slug)}>
              <Words value={site.parent.name} />
            </a>
          }
        />
      ),
    },
    site.provenance.asOf && {
      key: "checked",
      content: <LabelledFact label={t("head.checked")} value={dates.short(site.provenance.asOf)} />,
    },
  ];
  return (
    <HuedHead
      region={site.region.slug}
      crumbs={crumbs}
      sign={<KindSign kind={site.kind} country={site.country} size="large" />}
      title={<Words value={site.name} />}
      alt={
        <>
          {t(`kind.${site.kind}`)}
          {isInChina(site.country) && <> · {t("inChina")}</>}
          {site.otherNames.map((name) => (
            <span key={name.lang} className="rhead-other">
              <Words value={name} hasMark={false} />
            </span>
          ))}
        </>
      }
      facts={facts.filter((fact) => fact !== null && fact !== false)}
    >
      <SourceChip provenance={site.provenance} />
    </HuedHead>
  );
}

function LabelledFact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <>
      {label} <b>{value}</b>
    </>
  );
}
