import type { ReactNode } from "react";

/**
 * Head of a page that belongs to no region: title and one paragraph.
 *
 * @param hasRule  closes the head with a rule; false where a section with a rule of its own follows
 */
export function PageHead({ title, intro, hasRule = false }: { title: ReactNode; intro: ReactNode; hasRule?: boolean }) {
  return (
    <div className={hasRule ? "wrap" : "wrap lead"}>
      <header className="cat-h">
        <h1>{title}</h1>
        <p className="muted">{intro}</p>
      </header>
    </div>
  );
}
