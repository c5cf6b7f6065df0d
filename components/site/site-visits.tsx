import { useTranslations } from "next-intl";
import { Block } from "@/components/ui/block";
import { VisitRow } from "@/components/visit/visit-row";
import type { VisitRow as VisitOfList } from "@/lib/visit/types";

/** Delegations that came to the site. */
export function SiteVisits({ visits }: { visits: VisitOfList[] }) {
  const t = useTranslations("site.visits");
  return (
    <Block id="visits" title={t("title")}>
      {visits.length === 0 ? (
        <p className="unk">{t("none")}</p>
      ) : (
        <div className="rows">
          {visits.map((visit) => (
            <VisitRow key={visit.slug} visit={visit} hasRegion={false} />
          ))}
        </div>
      )}
    </Block>
  );
}
