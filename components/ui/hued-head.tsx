import type { ReactNode } from "react";
import { CopyThisLink } from "@/components/layout/copy-this-link";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { Motif } from "@/components/ui/motif";

/**
 * Head of a page in its region's hue, with the line art of its land.
 *
 * @param region  slug, for the line art; the hue comes from the page. Left out where a page belongs to no region
 * @param facts   short facts in a line under the title
 */
export function HuedHead({
  region,
  crumbs,
  sign,
  title,
  alt,
  facts = [],
  children,
}: {
  region?: string;
  crumbs: Crumb[];
  sign?: ReactNode;
  title: ReactNode;
  alt?: ReactNode;
  facts?: { key: string; content: ReactNode }[];
  children?: ReactNode;
}) {
  return (
    <header className="rhead">
      {region && <Motif region={region} />}
      <div className="wrap rhead-in">
        <Breadcrumbs crumbs={crumbs} />
        <div className="rhead-body">
          {sign}
          <div>
            <h1>{title}</h1>
            {alt && <p className="rhead-alt">{alt}</p>}
            {facts.length > 0 && (
              <ul className="rhead-facts">
                {facts.map(({ key, content }) => (
                  <li key={key}>{content}</li>
                ))}
              </ul>
            )}
            {children}
            <CopyThisLink />
          </div>
        </div>
      </div>
    </header>
  );
}
