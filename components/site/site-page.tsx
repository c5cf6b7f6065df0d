import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cover } from "@/components/media/cover";
import { MediaBlocks } from "@/components/media/media-blocks";
import { ContactCard } from "@/components/site/contact-card";
import { FlagList } from "@/components/site/flag-list";
import { LotsTable } from "@/components/site/lots-table";
import { PlatformList } from "@/components/site/platform-list";
import { Readiness } from "@/components/site/readiness";
import { ResidentList } from "@/components/site/resident-list";
import { ServiceList } from "@/components/site/service-list";
import { SiteAbout } from "@/components/site/site-about";
import { SiteHead } from "@/components/site/site-head";
import { SiteKeyFigures } from "@/components/site/site-key-figures";
import { SiteLocation } from "@/components/site/site-location";
import { SiteOutcomes } from "@/components/site/site-outcomes";
import { SiteProjects } from "@/components/site/site-projects";
import { SiteVisits } from "@/components/site/site-visits";
import { TaxTable } from "@/components/site/tax-table";
import { TransportTable } from "@/components/site/transport-table";
import { UtilitiesTable } from "@/components/site/utilities-table";
import { Block } from "@/components/ui/block";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { SubNav, type SubNavEntry } from "@/components/ui/sub-nav";
import type { RecordMedia } from "@/lib/media/types";
import type { SiteView } from "@/lib/site/types";
import type { VisitRow } from "@/lib/visit/types";

/**
 * A site from its key figures to the delegations that came. A host enterprise leaves out what only a place to invest
 * in has: stages, utilities, lots, taxes, services, residents.
 *
 * @param visits  whose programme stopped here
 * @param today  ISO day
 * @param map    of the place, drawn by the page
 */
export function SitePage({
  site,
  crumbs,
  visits,
  today,
  media,
  map,
}: {
  site: SiteView;
  visits: VisitRow[];
  crumbs: Crumb[];
  today: string;
  media: RecordMedia;
  map?: ReactNode;
}) {
  const t = useTranslations("site");
  const isLand = !site.isFacility;
  const entries: (SubNavEntry | false)[] = [
    { id: "key", label: t("key.title") },
    isLand && { id: "readiness", label: t("readiness.title") },
    isLand && { id: "utilities", label: t("utilities.title") },
    isLand && { id: "lots", label: t("lots.title"), count: site.lots.length || undefined },
    isLand && { id: "taxes", label: t("taxes.short") },
    { id: "transport", label: t("transport.title") },
    isLand && { id: "flags", label: t("flags.short") },
    { id: "visits", label: t("visits.short"), count: visits.length || undefined },
  ];
  return (
    <>
      <SiteHead site={site} crumbs={crumbs} />
      <SubNav entries={entries.filter((entry) => entry !== false)} />
      <div className="wrap two">
        <div>
          <Cover picture={media.cover} />
          <Block id="key" title={t("key.title")}>
            <SiteKeyFigures site={site} />
            <SiteAbout site={site} />
          </Block>
          {isLand && <Readiness stages={site.stages} today={today} />}
          {isLand && <UtilitiesTable utilities={site.utilities} />}
          {isLand && <LotsTable lots={site.lots} />}
          {isLand && <TaxTable taxes={site.taxes} regime={site.regime} />}
          <TransportTable transport={site.transport} />
          {isLand && <FlagList flags={site.flags} />}
          {isLand && <ServiceList services={site.services} />}
          {isLand && <ResidentList residents={site.residents} />}
          <MediaBlocks media={media} />
          <PlatformList platforms={site.platforms} />
          <SiteProjects projects={site.projects} />
          <SiteVisits visits={visits} />
          <SiteOutcomes outcomes={site.outcomes} />
        </div>
        <aside className="side">
          <ContactCard contact={site.contact} own={site} />
          <SiteLocation site={site} map={map} />
        </aside>
      </div>
    </>
  );
}
