import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { VisitRow } from "@/components/visit/visit-row";
import type { VisitRow as VisitRowView } from "@/lib/visit/types";

/** Every visit of a region, newest first. */
export function RegionVisits({ visits }: { visits: VisitRowView[] }) {
  const t = useTranslations("region.visits");
  if (visits.length === 0) return null;
  return (
    <Section id="visits" title={t("title")} intro={t("intro")}>
      <div className="rows">
        {visits.map((visit) => (
          <VisitRow key={visit.slug} visit={visit} />
        ))}
      </div>
    </Section>
  );
}
