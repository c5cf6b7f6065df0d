import { getTranslations } from "next-intl/server";
import { siteUrl } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { escapeXml, xmlAnswer } from "@/lib/core/xml";
import { htmlLang, isLocale } from "@/lib/i18n/locales";
import { type FeedEntry, listFeed } from "@/lib/visit/feed/public-queries";

export const dynamic = "force-dynamic";

/** Atom feed of visits and what came of them, one per language. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const [entries, layout] = await Promise.all([listFeed(locale), getTranslations({ locale, namespace: "layout" })]);
  const absolute = (path: string) => escapeXml(new URL(path, siteUrl()).href);
  const toEntry = ({ id, title, summary, path, updatedAt }: FeedEntry) =>
    [
      `<entry><id>urn:uuid:${id}</id>`,
      `<title xml:lang="${htmlLang[title.lang]}">${escapeXml(title.text)}</title>`,
      `<link href="${absolute(path)}"/><updated>${updatedAt}</updated>`,
      summary ? `<summary xml:lang="${htmlLang[summary.lang]}">${escapeXml(summary.text)}</summary>` : "",
      "</entry>",
    ].join("");
  const lines = [
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${htmlLang[locale]}">`,
    `<title>${escapeXml(layout("feed"))}</title><id>${absolute(`/${locale}/feed.xml`)}</id>`,
    `<link rel="self" href="${absolute(`/${locale}/feed.xml`)}"/><link href="${absolute(paths.home(locale))}"/>`,
    `<author><name>${escapeXml(layout("name"))}</name></author>`,
    `<updated>${entries[0]?.updatedAt ?? new Date(0).toISOString()}</updated>`,
    ...entries.map(toEntry),
    "</feed>",
  ];
  return xmlAnswer(lines, "application/atom+xml");
}
