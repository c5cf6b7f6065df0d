import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AdminFrame } from "@/components/admin/admin-frame";
import type { Actor } from "@/lib/auth/types";
import type { Locale } from "@/lib/i18n/locales";
import type { VisitHead } from "@/lib/programme/staff-types";

/** Parts of the workspace of one visit; the path stands behind that of the visit. */
const tabs = [
  { key: "overview", path: "" },
  { key: "programme", path: "/programme" },
  { key: "people", path: "/people" },
  { key: "meetings", path: "/meetings" },
  { key: "links", path: "/links" },
  { key: "papers", path: "/papers" },
  { key: "outcomes", path: "/outcomes" },
  { key: "after", path: "/after" },
] as const;
export type VisitTab = (typeof tabs)[number]["key"];

/** Path of a part of a visit's workspace, behind the locale. */
export function visitPath(recordId: string, tab: VisitTab = "overview"): string {
  return `/admin/visits/${recordId}${tabs.find(({ key }) => key === tab)?.path ?? ""}`;
}

/** What stands around every page of the workspace of one visit. */
export function VisitFrame({
  actor,
  locale,
  visit,
  current,
  path,
  children,
}: {
  actor: Actor;
  locale: Locale;
  visit: VisitHead;
  current: VisitTab;
  /** of this very page, where it is not that of the tab */
  path?: string;
  children: ReactNode;
}) {
  const t = useTranslations("visits");
  return (
    <AdminFrame
      actor={actor}
      locale={locale}
      current="visits"
      title={visit.name || t("unnamed")}
      path={path ?? visitPath(visit.id, current)}
    >
      <nav className="vtabs" aria-label={t("tabs.label")}>
        {tabs.map(({ key }) => (
          <a
            key={key}
            href={`/${locale}${visitPath(visit.id, key)}`}
            aria-current={key === current ? "page" : undefined}
          >
            {t(`tabs.${key}`)}
          </a>
        ))}
      </nav>
      {children}
      <script type="module" src="/islands/staff.js" data-island="" />
    </AdminFrame>
  );
}
