import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";

export const navKeys = ["regions", "sites", "visits", "outcomes"] as const;
export type NavKey = (typeof navKeys)[number];

/** The entries of the main menu. Regions, visits and outcomes are parts of the home page. */
export function NavLinks({ current }: { current?: NavKey }) {
  const t = useTranslations("layout");
  const locale = usePageLocale();
  const href = (key: NavKey) => (key === "sites" ? paths.sites(locale) : `${paths.home(locale)}#${key}`);
  return navKeys.map((key) => (
    <a key={key} href={href(key)} aria-current={key === current ? "true" : undefined}>
      {t(`nav.${key}`)}
    </a>
  ));
}
