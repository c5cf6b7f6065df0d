import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormFrame } from "@/components/admin/form-frame";
import { Naming } from "@/components/admin/naming";
import { TopBar } from "@/components/admin/top-bar";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-paths";
import { canInHouse, canSomewhere } from "@/lib/auth/rules";
import type { Actor, Rights } from "@/lib/auth/types";
import type { Locale } from "@/lib/i18n/locales";

/** Entries of the side menu: their signs, and who sees them. */
const entries = [
  { key: "home", path: "/admin", icon: "dashboard", isFor: () => true },
  { key: "records", path: "/admin/records", icon: "records", isFor: (actor: Rights) => canSomewhere(actor, "read") },
  {
    key: "visits",
    path: "/admin/visits",
    icon: "calendar",
    isFor: (actor: Rights) => canSomewhere(actor, "share", "visit"),
  },
  {
    key: "outcomes",
    path: "/admin/outcomes",
    icon: "check",
    isFor: (actor: Rights) => canSomewhere(actor, "edit", "outcome"),
  },
  {
    key: "translations",
    path: "/admin/translations",
    icon: "translate",
    isFor: (actor: Rights) => canSomewhere(actor, "translate"),
  },
  {
    key: "media",
    path: "/admin/media",
    icon: "image",
    isFor: (actor: Rights) => canSomewhere(actor, "read", "media"),
  },
  {
    key: "sources",
    path: "/admin/sources",
    icon: "database",
    isFor: (actor: Rights) => canInHouse(actor, "source.edit"),
  },
  {
    key: "import",
    path: "/admin/import",
    icon: "inbox",
    isFor: (actor: Rights) => canInHouse(actor, "register.import"),
  },
  { key: "log", path: "/admin/log", icon: "history", isFor: (actor: Rights) => canInHouse(actor, "audit.read") },
  { key: "staff", path: "/admin/staff", icon: "people", isFor: (actor: Rights) => canInHouse(actor, "staff.manage") },
  { key: "rights", path: "/admin/rights", icon: "shield", isFor: () => true },
  { key: "account", path: "/admin/account", icon: "person", isFor: () => true },
] as const satisfies { key: string; path: string; icon: IconName; isFor: (actor: Rights) => boolean }[];

export type AdminEntry = (typeof entries)[number]["key"];

/**
 * What stands around every page of somebody who is signed in.
 *
 * @param current  entry of the menu that the page belongs to
 * @param path     of this very page, behind the locale
 */
export function AdminFrame({
  actor,
  locale,
  current,
  title,
  path,
  children,
}: {
  actor: Actor;
  locale: Locale;
  current: AdminEntry;
  title: string;
  path: string;
  children: ReactNode;
}) {
  const t = useTranslations("admin");
  return (
    <div className="adm">
      <TopBar locale={locale} path={path}>
        <a href={`/${locale}/admin/account`} className="adm-who">
          <Icon name="person" />
          <span>
            <Naming text={actor.name} />
          </span>
        </a>
        <FormFrame locale={locale} action="sign-out" back="/admin/sign-in">
          <button type="submit" className="adm-leave">
            <Icon name="leave" />
            {t("signOut")}
          </button>
        </FormFrame>
      </TopBar>
      <div className="adm-body">
        <nav className="adm-nav" aria-label={t("menu.label")}>
          {entries
            .filter(({ isFor }) => isFor(actor))
            .map(({ key, path: to, icon }) => (
              <a key={key} href={`/${locale}${to}`} aria-current={key === current ? "page" : undefined}>
                <Icon name={icon} />
                {t(`menu.${key}`)}
              </a>
            ))}
        </nav>
        <main id="main" className="adm-main">
          <h1>
            <Naming text={title} />
          </h1>
          {children}
        </main>
      </div>
      <script type="module" src="/islands/portal.js" data-island="" />
    </div>
  );
}
