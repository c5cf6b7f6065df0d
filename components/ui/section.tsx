import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/**
 * Section of a yearbook: a rule across the page, the label on the left, the matter on the right.
 *
 * @param aside  stands under the label, such as a small map
 */
export function Section({
  id,
  title,
  intro,
  more,
  aside,
  children,
}: {
  id: string;
  title: ReactNode;
  intro?: ReactNode;
  more?: { href: string; label: string };
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="sec" id={id}>
      <div className="wrap sec-in">
        <div className="sec-h">
          <h2>{title}</h2>
          {intro && <p>{intro}</p>}
          {more && (
            <a className="more" href={more.href}>
              {more.label}
              <Icon name="arrow" />
            </a>
          )}
          {aside}
        </div>
        <div>{children}</div>
      </div>
    </section>
  );
}
