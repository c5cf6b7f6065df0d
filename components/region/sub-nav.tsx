import { useTranslations } from "next-intl";
import { SubNav } from "@/components/ui/sub-nav";
import type { OutcomeView } from "@/lib/outcome/types";
import type { RegionView } from "@/lib/region/types";
import type { SiteRow } from "@/lib/site/types";
import type { VisitRow } from "@/lib/visit/types";

type Parts = { region: RegionView; sites: SiteRow[]; visits: VisitRow[]; outcomes: OutcomeView[] };

/** Only parts that the page has; the count tells what to expect. */
export function RegionSubNav({ region, sites, visits, outcomes }: Parts) {
  const t = useTranslations("region.parts");
  const counts = {
    indicators: region.indicators.length,
    strengths: region.strengths.length,
    sites: sites.length,
    visits: visits.length,
    outcomes: outcomes.length,
    partners: region.partners.length,
    support: region.measures.length,
    projects: region.projects.length,
  };
  const ids = Object.keys(counts) as (keyof typeof counts)[];
  return (
    <SubNav
      entries={[
        ...ids.filter((id) => counts[id] > 0).map((id) => ({ id, label: t(id), count: counts[id] })),
        { id: "contact", label: t("contact") },
      ]}
    />
  );
}
