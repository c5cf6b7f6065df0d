import { useTranslations } from "next-intl";
import { LadderLegend } from "@/components/outcome/ladder";
import { Tally } from "@/components/outcome/tally";
import { PartnerTimeline } from "@/components/partner/partner-timeline";
import { SourceChip } from "@/components/source/source-chip";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { HuedHead } from "@/components/ui/hued-head";
import { Section } from "@/components/ui/section";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import { bareName } from "@/lib/partner/rules";
import type { PartnerTie, PartnerView } from "@/lib/partner/types";

/** A pair of a region and a place: what they are to each other, what happened between them, what came of it. */
export function PartnerPage({ partner, crumbs }: { partner: PartnerView; crumbs: Crumb[] }) {
  const t = useTranslations("partner");
  const { region, timeline, tally } = partner;
  return (
    <>
      <PartnerHead partner={partner} crumbs={crumbs} />
      <Section
        id="timeline"
        title={t("timeline.title")}
        intro={t("timeline.rule", { region: region.name.text, place: bareName(partner.name.text) })}
      >
        <PartnerTimeline partner={partner} />
      </Section>
      {timeline.length > 0 && tally.total > 0 && (
        <Section id="outcomes" title={t("outcomes.title")} intro={t("outcomes.intro")}>
          <Tally tally={tally} />
          <LadderLegend />
        </Section>
      )}
      <OtherPartners partner={partner} />
    </>
  );
}

function PartnerHead({ partner, crumbs }: { partner: PartnerView; crumbs: Crumb[] }) {
  const t = useTranslations("partner");
  const relation = useTranslations("region.partners.kind");
  const locale = usePageLocale();
  const { region, sinceYear, summary } = partner;
  return (
    <HuedHead
      region={region.slug}
      crumbs={crumbs}
      title={t.rich("pair", {
        holder: () => <Words value={partner.holder ?? region.name} />,
        place: () => <Words value={partner.name} />,
      })}
      facts={[
        {
          key: "relation",
          content: (
            <>
              {t("relation")} <b>{relation(partner.relation)}</b>
            </>
          ),
        },
        {
          key: "since",
          content: (
            <>
              {t("since")} {sinceYear === null ? <Unknown /> : <b>{sinceYear}</b>}
            </>
          ),
        },
        {
          key: "region",
          content: (
            <>
              {t("region")}{" "}
              <a href={paths.region(locale, region.slug)}>
                <Words value={region.name} />
              </a>
            </>
          ),
        },
      ]}
    >
      {summary && (
        <p className="region-lede">
          <Words value={summary} />
        </p>
      )}
      <SourceChip provenance={partner.provenance} />
    </HuedHead>
  );
}

function OtherPartners({ partner: { region, name, ofRegion, ofPlace } }: { partner: PartnerView }) {
  const t = useTranslations("partner.others");
  if (ofRegion.length + ofPlace.length === 0) return null;
  return (
    <Section id="others" title={t("title")}>
      {ofPlace.length > 0 && (
        <>
          <h3 className="sub-h">{t("ofPlace", { place: name.text })}</h3>
          <TieLinks ties={ofPlace} of="region" />
        </>
      )}
      {ofRegion.length > 0 && (
        <>
          <h3 className="sub-h">{t("ofRegion", { region: region.name.text })}</h3>
          <TieLinks ties={ofRegion} of="place" />
        </>
      )}
    </Section>
  );
}

/** @param of  what tells the ties apart: their regions or their places */
function TieLinks({ ties, of }: { ties: PartnerTie[]; of: "region" | "place" }) {
  const locale = usePageLocale();
  return (
    <ul className="tags">
      {ties.map(({ slug, region, name }) => (
        <li key={slug}>
          <a className="tag" href={paths.partner(locale, slug)}>
            <Words value={of === "region" ? region.name : name} />
          </a>
        </li>
      ))}
    </ul>
  );
}
