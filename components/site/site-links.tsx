import { SiteLink } from "@/components/site/site-link";
import { Words } from "@/components/ui/words";
import type { SiteRef } from "@/lib/site/types";

/** Sites as cards under the names of their regions. */
export function SiteLinks({ sites }: { sites: SiteRef[] }) {
  const slugs = [...new Set(sites.map(({ region }) => region.slug))];
  return slugs.map((slug) => {
    const here = sites.filter(({ region }) => region.slug === slug);
    return (
      <div key={slug} className="lks-of" data-region={slug}>
        <h3 className="rt">{here[0] && <Words value={here[0].region.name} />}</h3>
        <ul className="lks">
          {here.map((site) => (
            <li key={site.slug}>
              <SiteLink site={site} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
