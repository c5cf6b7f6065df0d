import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";
import { defaultLocale } from "@/lib/i18n/locales";

/** For those who put the portal on their home screen. One for all languages, in that of most readers. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const layout = await getTranslations({ locale: defaultLocale, namespace: "layout" });
  return {
    name: layout("name"),
    short_name: layout("name"),
    lang: defaultLocale,
    start_url: "/",
    display: "browser",
    background_color: "#ffffff",
    theme_color: "#173ea5",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
