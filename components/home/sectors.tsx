import { useTranslations } from "next-intl";
import { SectorGrid } from "@/components/sector/sector-grid";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import { largestSectors } from "@/lib/sector/rules";
import type { SectorCount } from "@/lib/sector/types";

/** So many fill whole rows of the grid on a wide screen. */
const shownCount = 12;

/** The sectors of which the portal holds most. */
export function HomeSectors({ sectors }: { sectors: SectorCount[] }) {
  const t = useTranslations("home.sectors");
  const locale = usePageLocale();
  if (sectors.length === 0) return null;
  return (
    <Section
      id="sectors"
      title={t("title")}
      intro={t("intro")}
      more={{ href: paths.sectors(locale), label: t("more") }}
    >
      <SectorGrid sectors={largestSectors(sectors, shownCount)} counted={["sites", "projects"]} />
    </Section>
  );
}
