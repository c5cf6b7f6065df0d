import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";

export const navKeys = ["regions", "sites", "visits", "outcomes"] as const;
export type NavKey = (typeof navKeys)[number];

/** The entries of the main menu. */
export function NavLinks({ current }: { current?: NavKey }) {
  const t = useTranslations("layout");
  const locale = usePageLocale();
  return navKeys.map((key) => (
    <a key={key} href={paths[key](locale)} aria-current={key === current ? "true" : undefined}>
      {t(`nav.${key}`)}
    </a>
  ));
}
