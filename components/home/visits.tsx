import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { VisitRow } from "@/components/visit/visit-row";
import { paths } from "@/lib/core/paths";
import type { VisitRow as VisitRowView } from "@/lib/visit/types";

/** The newest visits of all regions. */
export function HomeVisits({ visits }: { visits: VisitRowView[] }) {
  const t = useTranslations("home.visits");
  const locale = usePageLocale();
  return (
    <Section id="visits" title={t("title")} intro={t("intro")} more={{ href: paths.visits(locale), label: t("more") }}>
      <div className="rows">
        {visits.map((visit) => (
          <VisitRow key={visit.slug} visit={visit} hasRegion />
        ))}
      </div>
    </Section>
  );
}
