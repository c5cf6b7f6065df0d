import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegionRef } from "@/lib/region/types";

/** Where each region names its agency. */
export function AgencyLinks({ regions }: { regions: RegionRef[] }) {
  const locale = usePageLocale();
  return (
    <ul className="region-links">
      {regions.map(({ slug, name }) => (
        <li key={slug}>
          <a className="rt" data-region={slug} href={`${paths.region(locale, slug)}#contact`}>
            <Words value={name} />
          </a>
        </li>
      ))}
    </ul>
  );
}
