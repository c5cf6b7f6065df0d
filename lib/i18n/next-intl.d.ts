import type { Locale as PortalLocale } from "@/lib/i18n/locales";
import type { Messages as PortalMessages } from "@/lib/i18n/messages";

declare module "next-intl" {
  interface AppConfig {
    Locale: PortalLocale;
    Messages: PortalMessages;
  }
}
