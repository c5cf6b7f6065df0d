import { type SitemapEntry, sitemaps } from "@/app/sitemaps/sitemaps";
import { languageAddresses } from "@/lib/core/page-metadata";
import { xmlAnswer } from "@/lib/core/xml";
import { htmlLang, locales } from "@/lib/i18n/locales";

const fileName = /^([a-z]+)\.xml$/;

export const dynamic = "force-dynamic";

/** Public pages of one kind in every language, each with its other languages. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const [, name = ""] = fileName.exec((await params).file) ?? [];
  const list = Object.hasOwn(sitemaps, name) ? sitemaps[name] : undefined;
  if (!list) return new Response(null, { status: 404 });
  return xmlAnswer([
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...(await list()).flatMap(toUrls),
    "</urlset>",
  ]);
}

/** Paths hold only letters, digits, hyphens and slashes, so nothing needs escaping. */
function toUrls({ pathIn, updatedAt }: SitemapEntry): string[] {
  const addresses = languageAddresses(pathIn);
  const links = Object.entries(addresses).map(
    ([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`,
  );
  const lastmod = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : "";
  return locales.map((locale) => `<url><loc>${addresses[htmlLang[locale]]}</loc>${lastmod}${links.join("")}</url>`);
}
