import type { Locale } from "@/lib/i18n/locales";

/**
 * Address of what a secret link shows.
 *
 * @param file a file below the page, such as `visit.ics`; left out: the page itself
 */
export function sharePath(locale: Locale, token: string, file?: string): string {
  return `/${locale}/v/${token}${file ? `/${file}` : ""}`;
}
