import { newest, sitemaps } from "@/app/sitemaps/sitemaps";
import { siteUrl } from "@/lib/core/env";
import { xmlAnswer } from "@/lib/core/xml";

export const dynamic = "force-dynamic";

/** The lists of all public pages, a file for each kind; one without a page is left out. */
export async function GET() {
  const lines = await Promise.all(
    Object.entries(sitemaps).map(async ([name, list]) => {
      const entries = await list();
      if (entries.length === 0) return [];
      const updatedAt = newest(entries);
      const lastmod = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : "";
      return [`<sitemap><loc>${siteUrl()}/sitemaps/${name}.xml</loc>${lastmod}</sitemap>`];
    }),
  );
  return xmlAnswer([
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines.flat(),
    "</sitemapindex>",
  ]);
}
