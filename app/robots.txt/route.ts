import { siteUrl } from "@/lib/core/env";

export const dynamic = "force-dynamic";

/** Everything public may be read; filtered views say themselves that they are not to be listed. */
export function GET() {
  const body = [
    "User-agent: *",
    "Allow: /",
    "Disallow: /*/v/",
    "Disallow: /*/admin/",
    `Sitemap: ${siteUrl()}/sitemap.xml`,
    "",
  ];
  return new Response(body.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
