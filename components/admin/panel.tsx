import type { ReactNode } from "react";

/**
 * A box with a heading.
 *
 * @param aside  stands at the end of the heading's line: a link, a count
 */
export function Panel({
  title,
  aside,
  id,
  children,
}: {
  title: string;
  aside?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section className="pan" id={id}>
      <div className="pan-h">
        <h2>{title}</h2>
        {aside && <div className="pan-aside">{aside}</div>}
      </div>
      <div className="pan-b">{children}</div>
    </section>
  );
}
