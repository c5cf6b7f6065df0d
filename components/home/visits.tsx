import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { VisitRow } from "@/components/visit/visit-row";
import type { VisitRow as VisitRowView } from "@/lib/visit/types";

/** The newest visits of all regions. */
export function HomeVisits({ visits }: { visits: VisitRowView[] }) {
  const t = useTranslations("home.visits");
  return (
    <Section id="visits" title={t("title")} intro={t("intro")}>
      <div className="rows">
        {visits.map((visit) => (
          <VisitRow key={visit.slug} visit={visit} hasRegion />
        ))}
      </div>
    </Section>
  );
}
