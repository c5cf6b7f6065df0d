import type { ReactNode } from "react";

/** A small framed word; a link where there is something to go to. */
export function Tag({ href, children }: { href?: string; children: ReactNode }) {
  return href ? (
    <a className="tag" href={href}>
      {children}
    </a>
  ) : (
    <span className="tag">{children}</span>
  );
}
