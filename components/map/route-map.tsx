import { RegionMap } from "@/components/map/region-map";
import type { RegionRef } from "@/lib/region/types";
import type { ProgrammeItemView } from "@/lib/visit/types";

/** The stops of a programme that are sites of its region; a site visited twice is one pin. */
export function RouteMap({ region, items }: { region: RegionRef; items: ProgrammeItemView[] }) {
  const sites = items.flatMap(({ site }) => (site && site.region.slug === region.slug ? [site] : []));
  const once = sites.filter((site, index) => sites.findIndex(({ slug }) => slug === site.slug) === index);
  return <RegionMap region={region} sites={once} />;
}
