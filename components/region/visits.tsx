import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { VisitRow } from "@/components/visit/visit-row";
import { paths } from "@/lib/core/paths";
import type { RegionRef } from "@/lib/region/types";
import type { VisitRow as VisitRowView } from "@/lib/visit/types";

/** Every visit of a region, newest first. */
export function RegionVisits({ region, visits }: { region: RegionRef; visits: VisitRowView[] }) {
  const t = useTranslations("region.visits");
  const locale = usePageLocale();
  if (visits.length === 0) return null;
  return (
    <Section
      id="visits"
      title={t("title")}
      intro={t("intro")}
      more={{ href: paths.visits(locale, { region: region.slug }), label: t("more") }}
    >
      <div className="rows">
        {visits.map((visit) => (
          <VisitRow key={visit.slug} visit={visit} />
        ))}
      </div>
    </Section>
  );
}
