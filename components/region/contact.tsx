import { useTranslations } from "next-intl";
import { ContactCard } from "@/components/site/contact-card";
import { Section } from "@/components/ui/section";
import { Unknown } from "@/components/ui/unknown";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { contactId, paths } from "@/lib/core/paths";
import type { RegionView } from "@/lib/region/types";

/** Who answers for a region, and within how many working days. */
export function RegionContact({ region }: { region: RegionView }) {
  const t = useTranslations("region.contact");
  const sources = `${paths.regionSources(usePageLocale(), region.slug)}#${contactId}`;
  return (
    <Section
      id="contact"
      title={t("title")}
      intro={t("terms", { consultation: region.consultationDays, help: region.helpDays })}
    >
      {region.agency ? <ContactCard contact={region.agency} sourceHref={sources} /> : <Unknown />}
    </Section>
  );
}
