import type { ReactNode } from "react";

/** Section of a page that has a side column: the heading stands above its matter. */
export function Block({
  id,
  title,
  intro,
  beside,
  children,
}: {
  id: string;
  title: ReactNode;
  intro?: ReactNode;
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="block" id={id}>
      <div className="block-h">
        <h2>{title}</h2>
        {beside}
        {intro && <p>{intro}</p>}
      </div>
      {children}
    </section>
  );
}
