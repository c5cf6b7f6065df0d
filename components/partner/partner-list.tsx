import { useTranslations } from "next-intl";
import { SourceLink } from "@/components/source/source-line";
import { DataTable } from "@/components/ui/data-table";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { PartnerListRow } from "@/lib/partner/types";
import type { RegionRef } from "@/lib/region/types";

/** All ties, a section for each region that has any. */
export function PartnerList({ partners, regions }: { partners: PartnerListRow[]; regions: RegionRef[] }) {
  const t = useTranslations("partner");
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} />
      {regions.map(({ slug, name }) => {
        const here = partners.filter(({ region }) => region.slug === slug);
        return (
          here.length > 0 && (
            <Section key={slug} id={slug} title={<Words value={name} />}>
              <PartnerTable caption={name.text} partners={here} />
            </Section>
          )
        );
      })}
    </>
  );
}

function PartnerTable({ caption, partners }: { caption: string; partners: PartnerListRow[] }) {
  const t = useTranslations("partner.list");
  const relation = useTranslations("region.partners.kind");
  const locale = usePageLocale();
  const dates = useDates();
  return (
    <div className="ties">
      <DataTable
        caption={caption}
        columns={[t("place"), t("relation"), t("holder"), t("since"), t("visits"), t("source")]}
        rows={partners.map((partner) => ({
          key: partner.slug,
          head: (
            <a href={paths.partner(locale, partner.slug)}>
              <Words value={partner.name} />
            </a>
          ),
          cells: [
            relation(partner.relation),
            partner.holder ? <Words key="holder" value={partner.holder} /> : <Unknown key="holder" />,
            partner.sinceYear ?? <Unknown key="since" />,
            partner.visitCount > 0 ? (
              <span key="visits">
                {t("visitCount", { count: partner.visitCount })}
                {partner.latestVisit && (
                  <small className="muted"> {t("latest", { date: dates.long(partner.latestVisit) })}</small>
                )}
              </span>
            ) : (
              <span key="visits" className="unk">
                {t("noVisits")}
              </span>
            ),
            <SourceLink key="source" provenance={partner.provenance} href={paths.partner(locale, partner.slug)} />,
          ],
        }))}
      />
    </div>
  );
}
