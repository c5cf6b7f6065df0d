import { useTranslations } from "next-intl";
import { FlagList } from "@/components/site/flag-list";
import { Section } from "@/components/ui/section";
import type { LegalFlagView } from "@/lib/region/types";

/** Rules for foreign investors that hold in the whole region. */
export function RegionRules({ flags }: { flags: LegalFlagView[] }) {
  const t = useTranslations("region.rules");
  if (flags.length === 0) return null;
  return (
    <Section id="rules" title={t("title")} intro={t("intro")}>
      <FlagList flags={flags} />
    </Section>
  );
}
