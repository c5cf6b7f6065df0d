import { useTranslations } from "next-intl";

export type SubNavEntry = { id: string; label: string; count?: number };

/** Jumps to the parts of a long page; stays in view. */
export function SubNav({ entries }: { entries: SubNavEntry[] }) {
  const t = useTranslations("common");
  return (
    <nav className="subnav" aria-label={t("onThisPage")}>
      <div className="wrap subnav-in">
        {entries.map(({ id, label, count }) => (
          <a key={id} href={`#${id}`}>
            {label}
            {count !== undefined && <small>{count}</small>}
          </a>
        ))}
      </div>
    </nav>
  );
}
