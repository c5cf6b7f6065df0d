import type { ReactNode } from "react";

/** A link that looks like a button; one primary in a view. */
export function ButtonLink({
  href,
  isPrimary = false,
  isExternal = false,
  children,
}: {
  href: string;
  isPrimary?: boolean;
  isExternal?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      className={isPrimary ? "btn btn-primary" : "btn"}
      href={href}
      rel={isExternal ? "noopener noreferrer" : undefined}
    >
      {children}
    </a>
  );
}
