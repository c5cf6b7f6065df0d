import type { ReactNode } from "react";
import { TopBar } from "@/components/admin/top-bar";
import type { Locale } from "@/lib/i18n/locales";

/** What stands around the pages on the way in: one narrow panel. */
export function EntryFrame({
  locale,
  path,
  title,
  children,
}: {
  locale: Locale;
  path: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <div className="adm">
      <TopBar locale={locale} path={path} />
      <main id="main" className="adm-entry">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
