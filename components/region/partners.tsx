import { useTranslations } from "next-intl";
import { SourceLink } from "@/components/source/source-line";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { PartnerRow } from "@/lib/region/types";

/** Chinese provinces and cities that a region, or a town of it, is tied to. */
export function RegionPartners({ partners }: { partners: PartnerRow[] }) {
  const t = useTranslations("region.partners");
  const locale = usePageLocale();
  if (partners.length === 0) return null;
  return (
    <Section id="partners" title={t("title")} more={{ href: paths.partners(locale), label: t("more") }}>
      <DataTable
        caption={t("title")}
        columns={[t("place"), t("relation"), t("holder"), t("since"), t("source")]}
        rows={partners.map((partner) => ({
          key: partner.slug,
          head: (
            <a href={paths.partner(locale, partner.slug)}>
              <Words value={partner.name} />
            </a>
          ),
          cells: [
            t(`kind.${partner.relation}`),
            partner.holder ? <Words key="holder" value={partner.holder} /> : <Unknown key="holder" />,
            partner.sinceYear ?? <Unknown key="since" />,
            <SourceLink key="source" provenance={partner.provenance} href={paths.partner(locale, partner.slug)} />,
          ],
        }))}
      />
    </Section>
  );
}
