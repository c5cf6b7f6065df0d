import type { Metadata } from "next";
import { siteUrl } from "@/lib/core/env";
import { htmlLang, type Locale, locales } from "@/lib/i18n/locales";

/** Absolute addresses of a page by `hreflang`: those of its languages, and English for everybody else. */
export function languageAddresses(pathIn: (locale: Locale) => string): Record<string, string> {
  const absolute = (locale: Locale) => new URL(pathIn(locale), siteUrl()).href;
  return {
    ...Object.fromEntries(locales.map((locale) => [htmlLang[locale], absolute(locale)])),
    "x-default": absolute("en"),
  };
}

/**
 * What a page says of itself to search engines and messengers: title, description, its own address and those of its
 * other languages.
 *
 * @param title   without the name of the portal
 * @param pathIn  address of the page in a language
 */
export function pageMetadata(input: {
  locale: Locale;
  title: string;
  portalName: string;
  description: string;
  pathIn: (locale: Locale) => string;
  /** the page has a picture of its own at its address + "/card.png" */
  hasCard?: boolean;
}): Metadata {
  const { locale, description, pathIn } = input;
  const title = input.title === input.portalName ? input.title : `${input.title} | ${input.portalName}`;
  const absolute = (one: Locale) => new URL(pathIn(one), siteUrl()).href;
  return {
    title,
    description: shortened(description),
    alternates: {
      canonical: absolute(locale),
      languages: languageAddresses(pathIn),
      types: { "application/atom+xml": new URL(`/${locale}/feed.xml`, siteUrl()).href },
    },
    openGraph: {
      title,
      description: shortened(description),
      url: absolute(locale),
      siteName: input.portalName,
      type: "website",
      ...(input.hasCard
        ? { images: [{ url: `${absolute(locale)}/card.png`, width: 1200, height: 630, alt: title }] }
        : {}),
    },
  };
}

const longestDescription = 160;

function shortened(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1).trimEnd()}…`;
}
